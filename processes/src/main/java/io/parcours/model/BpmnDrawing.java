package io.parcours.model;

import javax.xml.namespace.QName;

/** The drawing that belongs to a process model: where each shape and line lies, in which colour. */
final class BpmnDrawing {

    static final QName DIAGRAM = di("BPMNDiagram");

    private BpmnDrawing() {}

    static ElementSpec diagram() {
        ElementSpec font = new ElementSpec()
                .with(Values::plain, "name")
                .with(Values::coordinate, "size")
                .with(Values::bool, "isBold", "isItalic", "isUnderline", "isStrikeThrough");
        ElementSpec labelStyle = new ElementSpec().with(Values::id, "id").child(new QName(Ns.DC, "Font"), font);
        return new ElementSpec()
                .with(Values::id, "id")
                .with(Values::plain, "name", "documentation")
                .with(Values::coordinate, "resolution")
                .child(di("BPMNPlane"), plane())
                .child(di("BPMNLabelStyle"), labelStyle);
    }

    private static ElementSpec plane() {
        return new ElementSpec()
                .with(Values::id, "id", "bpmnElement")
                .child(di("BPMNShape"), shape())
                .child(di("BPMNEdge"), edge());
    }

    private static ElementSpec shape() {
        return coloured()
                .with(Values::bool, "isHorizontal", "isExpanded", "isMarkerVisible", "isMessageVisible")
                .child(new QName(Ns.DC, "Bounds"), bounds())
                .child(di("BPMNLabel"), label());
    }

    private static ElementSpec edge() {
        ElementSpec waypoint =
                new ElementSpec().with(Values::coordinate, "x", "y").with(Ns.xsi("type"), Values::plain);
        return coloured()
                .with(Values::id, "sourceElement", "targetElement")
                .child(new QName(Ns.DI, "waypoint"), waypoint)
                .child(di("BPMNLabel"), label());
    }

    private static ElementSpec label() {
        return coloured().with(Values::id, "labelStyle").child(new QName(Ns.DC, "Bounds"), bounds());
    }

    private static ElementSpec bounds() {
        return new ElementSpec().with(Values::coordinate, "x", "y", "width", "height");
    }

    private static ElementSpec coloured() {
        ElementSpec spec = new ElementSpec().with(Values::id, "id", "bpmnElement");
        for (String part : new String[] {"stroke", "fill"}) {
            spec.with(new QName(Ns.BIO_COLOR, part), Values::colour);
        }
        for (String part : new String[] {"background-color", "border-color", "color"}) {
            spec.with(new QName(Ns.COLOR, part), Values::colour);
        }
        return spec;
    }

    private static QName di(String local) {
        return new QName(Ns.BPMN_DI, local);
    }
}
