package io.parcours.model;

import javax.xml.namespace.QName;

/** The drawing that belongs to a decision model. */
final class DmnDrawing {

    static final QName ROOT = di("DMNDI");

    private DmnDrawing() {}

    static ElementSpec root() {
        ElementSpec diagram = new ElementSpec()
                .with(Values::id, "id")
                .with(Values::plain, "name")
                .child(di("Size"), new ElementSpec().with(Values::coordinate, "width", "height"))
                .child(di("DMNShape"), shape())
                .child(di("DMNEdge"), edge());
        return new ElementSpec().child(di("DMNDiagram"), diagram);
    }

    private static ElementSpec shape() {
        return new ElementSpec()
                .with(Values::id, "id", "dmnElementRef")
                .with(Values::bool, "isCollapsed", "isListedInputData")
                .child(new QName(Ns.DMN_DC, "Bounds"), bounds())
                .child(di("DMNLabel"), label());
    }

    private static ElementSpec edge() {
        return new ElementSpec()
                .with(Values::id, "id", "dmnElementRef")
                .child(new QName(Ns.DMN_DI_LINE, "waypoint"), new ElementSpec().with(Values::coordinate, "x", "y"))
                .child(di("DMNLabel"), label());
    }

    private static ElementSpec label() {
        return new ElementSpec().with(Values::id, "id").child(new QName(Ns.DMN_DC, "Bounds"), bounds());
    }

    private static ElementSpec bounds() {
        return new ElementSpec().with(Values::coordinate, "x", "y", "width", "height");
    }

    private static QName di(String local) {
        return new QName(Ns.DMN_DI, local);
    }
}
