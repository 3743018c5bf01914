package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import elemental.json.Json;
import elemental.json.JsonArray;
import java.util.Set;

/** A process drawn by bpmn-js: the steps walked are tinted, the step where the case stands is lit. */
@Tag("parcours-bpmn-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./components/bpmn-diagram.ts")
public final class BpmnDiagram extends Component implements HasSize, HasStyle {

    /** @param name read out to those who cannot see the drawing */
    public BpmnDiagram(String name) {
        getElement().setAttribute("name", name);
        addClassName("p-diagram");
    }

    public void setXml(String xml) {
        getElement().setProperty("xml", xml);
    }

    /** The ids of the elements where tokens wait. */
    public void setActive(Set<String> elements) {
        getElement().setPropertyJson("active", array(elements));
    }

    /** The ids of the elements passed; flows between two of them are lit too unless flows are named here. */
    public void setWalked(Set<String> elements) {
        getElement().setPropertyJson("walked", array(elements));
    }

    private static JsonArray array(Set<String> elements) {
        JsonArray array = Json.createArray();
        elements.stream().sorted().forEach(element -> array.set(array.length(), element));
        return array;
    }
}
