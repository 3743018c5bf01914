package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** Decisions drawn by dmn-js: a tab a decision table, and the overview where there are several. */
@Tag("parcours-dmn-diagram")
@NpmPackage(value = "dmn-js", version = "17.10.2")
@JsModule("./components/dmn-diagram.ts")
public final class DmnDiagram extends Component implements HasSize, HasStyle {

    public DmnDiagram() {
        addClassName("p-dmn");
    }

    public void setXml(String xml) {
        getElement().setProperty("xml", xml);
    }
}
