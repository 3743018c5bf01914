package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.parcours.operatordata.About;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.tenant.Tenant;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.Updates;

/** One thing that the operator's systems know, or the words that they do not say it now, with another try. */
class OperatorPart extends Div {

    private final transient OperatorReader reader;
    private final transient About about;
    private final transient Operation operation;
    private final String msisdn;
    private final transient Tenant operator;
    private final Div content = new Div();

    OperatorPart(OperatorReader reader, About about, Operation operation, String msisdn, Tenant operator) {
        this.reader = reader;
        this.about = about;
        this.operation = operation;
        this.msisdn = msisdn;
        this.operator = operator;
        addClassName("p-operator-part");
        String name = operation.label().in(OperatorValues.language());
        H3 title = new H3(name);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        content.getElement().setAttribute("aria-live", "polite");
        add(title, content);
        show(muted("operator.loading"));
    }

    /** The answer is shown when it comes. */
    void ask(UI page) {
        show(muted("operator.loading"));
        reader.read(about, operation, msisdn, answer -> Updates.access(page, () -> show(answer)));
    }

    private void show(OperatorAnswer answer) {
        if (answer == null) {
            Button again =
                    new Button(t("operator.again"), new Glyph("refresh-cw"), click -> getUI().ifPresent(this::ask));
            again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            again.setAriaLabel(t("operator.again.of", operation.label().in(OperatorValues.language())));
            show(muted("operator.unavailable"), again);
        } else if (answer.rows().isEmpty()) {
            show(muted("operator.nothing"));
        } else {
            show(OperatorValues.facts(operation, answer.first().orElseThrow(), operator));
        }
    }

    private void show(Component... what) {
        content.removeAll();
        content.add(what);
    }

    private static Span muted(String key) {
        Span words = new Span(t(key));
        words.addClassName("p-muted");
        return words;
    }
}
