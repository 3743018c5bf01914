package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import io.parcours.engine.CaseDiagram;
import io.parcours.ui.component.BpmnDiagram;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import java.util.stream.Collectors;

/** Where the case stands: the step in words, the way walked on the drawing, and the drawing as large as the screen. */
class DiagramCard extends Card {

    private final Span step = new Span();
    private BpmnDiagram small;
    private transient CaseDiagram current;

    DiagramCard() {
        super(t("diagram.title"));
        addClassName("p-diagram-card");
        Button enlarge = new Button(new Glyph("maximize"), click -> enlarge());
        enlarge.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        enlarge.setAriaLabel(t("diagram.enlarge"));
        enlarge.setTooltipText(t("diagram.enlarge"));
        withTool(enlarge);
        step.addClassName("p-diagram-step");
    }

    /** @param diagram null hides the card */
    void show(CaseDiagram diagram) {
        CaseDiagram before = current;
        current = diagram;
        setVisible(current != null);
        if (current == null) {
            return;
        }
        if (small == null || before == null || !before.xml().equals(current.xml())) {
            small = drawing();
            show(step, small);
        } else {
            small.setActive(current.active());
            small.setWalked(current.walked());
        }
        step.setText(words());
    }

    private String words() {
        if (current.ended()) {
            return t("diagram.ended");
        }
        String steps = current.active().stream()
                .map(element -> Labels.step(element, null))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return steps.isEmpty() ? t("diagram.underWay") : steps;
    }

    private BpmnDiagram drawing() {
        BpmnDiagram drawing = new BpmnDiagram(t("diagram.title"));
        drawing.setXml(current.xml());
        drawing.setActive(current.active());
        drawing.setWalked(current.walked());
        return drawing;
    }

    private void enlarge() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(t("diagram.title") + " · " + words());
        dialog.addClassName("p-diagram-dialog");
        dialog.setWidth("94vw");
        dialog.setHeight("88vh");
        BpmnDiagram large = drawing();
        large.setSizeFull();
        dialog.add(large);
        dialog.getFooter().add(new Button(t("action.close"), click -> dialog.close()));
        dialog.open();
    }
}
