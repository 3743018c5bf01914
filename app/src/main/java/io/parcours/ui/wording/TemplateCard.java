package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.wording.EditableText;
import io.parcours.wording.TemplateState;
import io.parcours.wording.TemplateState.Verdict;
import io.parcours.wording.TemplateStates;
import java.util.List;

/** The template that stands for the text where a channel allows no free text: what the provider says, and what to submit. */
class TemplateCard extends Card {

    TemplateCard(EditableText text, String language, TemplateStates templates) {
        super(t("texts.template"));
        String body = templates.body(text.current().get(language).text());
        List<TemplateState> states = templates.of(text, language);
        if (states.isEmpty()) {
            body().add(new Paragraph(t("texts.template.nobody")));
        }
        states.forEach(state -> body().add(state(state)));
        body().add(
                        new Paragraph(t("texts.template.submit", templates.name(text), language)),
                        new Pre(body),
                        copy(body));
        if (templates.parameterAtAnEnd(body)) {
            Paragraph hint = new Paragraph(t("texts.template.atAnEnd"));
            hint.addClassName("p-field-error");
            body().add(hint);
        }
    }

    private static Div state(TemplateState state) {
        Div row = new Div(
                new VerdictBadge(state.verdict()), new Span(Labels.channel(state.channel()) + " · " + state.account()));
        if (state.problem() != null) {
            row.add(new Span(t(state.problem())));
        }
        if (state.reason() != null) {
            row.add(new Span(reason(state)));
        }
        if (state.verdict() == Verdict.OTHER_BODY) {
            row.add(new Pre(state.approved()));
        }
        row.addClassName("p-template-state");
        return row;
    }

    private static String reason(TemplateState state) {
        return switch (state.reason()) {
            case "header" -> t("texts.template.header");
            case "parameters" -> t("texts.template.parameters");
            case "buttons" -> t("texts.template.buttons");
            default -> state.reason();
        };
    }

    private static Button copy(String body) {
        Button copy = new Button(t("action.copy"), new Glyph("copy"));
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL);
        copy.getElement().executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", body);
        return copy;
    }
}
