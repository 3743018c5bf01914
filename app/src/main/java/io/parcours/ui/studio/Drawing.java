package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.parcours.engine.Model;
import io.parcours.ui.component.BpmnDiagram;
import io.parcours.ui.component.CamundaForm;
import io.parcours.ui.component.DmnDiagram;

/** A model as people read it: a process drawn, a decision as its table, a form as it is filled in. */
class Drawing extends Div {

    Drawing(Model model, String source) {
        addClassNames("p-drawing", "p-drawing-" + model.kind());
        add(
                switch (model.kind()) {
                    case "bpmn" -> process(model, source);
                    case "dmn" -> decision(source);
                    default -> form(source);
                });
    }

    private static Component process(Model model, String source) {
        BpmnDiagram diagram = new BpmnDiagram(model.name());
        diagram.setXml(source);
        return diagram;
    }

    private static Component decision(String source) {
        DmnDiagram diagram = new DmnDiagram();
        diagram.setXml(source);
        return diagram;
    }

    private static Component form(String source) {
        CamundaForm form = new CamundaForm();
        form.setReadOnly(true);
        form.setSchema(source);
        Div sheet = new Div(form);
        sheet.addClassName("p-drawing-sheet");
        sheet.getElement().setAttribute("aria-label", t("studio.form.preview"));
        return sheet;
    }
}
