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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One thing that the operator's systems know, or the words that they do not say it now, with another try. */
class OperatorPart extends Div {

    private static final int MOST_ROWS = 20;

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
        show(muted(t("operator.loading")));
    }

    /** The answer is shown when it comes. */
    void ask(UI page) {
        show(muted(t("operator.loading")));
        reader.read(about, operation, msisdn, answer -> Updates.access(page, () -> show(answer)));
    }

    private void show(OperatorAnswer answer) {
        if (answer == null) {
            Button again =
                    new Button(t("operator.again"), new Glyph("refresh-cw"), click -> getUI().ifPresent(this::ask));
            again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            again.setAriaLabel(t("operator.again.of", operation.label().in(OperatorValues.language())));
            show(muted(t("operator.unavailable")), again);
        } else if (answer.rows().isEmpty()) {
            show(muted(t("operator.nothing")));
        } else {
            show(rows(answer));
        }
    }

    /** Of a list the first ones, as they came; what is older is looked for in the operator's own system. */
    private Component[] rows(OperatorAnswer answer) {
        List<Component> rows = answer.rows().stream()
                .limit(operation.list() ? MOST_ROWS : 1)
                .map(row -> (Component) OperatorValues.facts(operation, row, operator))
                .collect(Collectors.toCollection(ArrayList::new));
        if (operation.list() && answer.rows().size() > MOST_ROWS) {
            rows.add(muted(t("operator.rest", answer.rows().size() - MOST_ROWS)));
        }
        return rows.toArray(Component[]::new);
    }

    private void show(Component... what) {
        content.removeAll();
        content.add(what);
    }

    private static Span muted(String text) {
        Span words = new Span(text);
        words.addClassName("p-muted");
        return words;
    }
}
