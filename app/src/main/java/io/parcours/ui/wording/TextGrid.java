package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.WideOnly;
import io.parcours.wording.EditableText;
import io.parcours.wording.TemplateState;
import io.parcours.wording.TemplateState.Verdict;
import io.parcours.wording.TemplateStates;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The texts, each with its journey, its languages, and whether its template can be sent. */
class TextGrid extends Grid<EditableText> {

    private final transient TemplateStates templates;

    TextGrid(TemplateStates templates) {
        this.templates = templates;
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSizeFull();
        addColumn(who()).setHeader(t("texts.text")).setFlexGrow(3);
        var versions = addComponentColumn(TextGrid::versions).setHeader(t("texts.version"));
        var state = addComponentColumn(this::template).setHeader(t("texts.templates"));
        WideOnly.columns(this, List.of(versions, state));
        setEmptyStateComponent(new EmptyState("message-square-text", t("texts.none"), t("texts.none.next")));
    }

    private static LitRenderer<EditableText> who() {
        return LitRenderer.<EditableText>of("<div class=\"p-row-card\"><span class=\"p-cell-main\">${item.name}</span>"
                        + "<div class=\"p-cell-note\">${item.journey}</div></div>")
                .withProperty("name", TextWords::name)
                .withProperty("journey", TextWords::journey);
    }

    /** One mark a language: as shipped, or which version of the operator's own words. */
    private static Component versions(EditableText text) {
        Div all = new Div();
        all.addClassName("p-chips");
        text.current().entrySet().stream()
                .filter(each -> !each.getValue().borrowed())
                .forEach(each -> all.add(
                        each.getValue().own()
                                ? new Badge(
                                        null,
                                        t(
                                                "texts.version.own",
                                                each.getKey(),
                                                each.getValue().version()),
                                        Badge.Tone.ACCENT)
                                : new Badge(each.getKey())));
        return all;
    }

    private Component template(EditableText text) {
        return worst(text).<Component>map(VerdictBadge::new).orElseGet(() -> new Span("–"));
    }

    /** The one of its languages' and accounts' that most needs somebody; empty where there is none to ask. */
    Optional<Verdict> worst(EditableText text) {
        return text.current().keySet().stream()
                .filter(language -> templates.hasTemplate(text, language))
                .flatMap(language -> templates.of(text, language).stream())
                .map(TemplateState::verdict)
                .max(Comparator.comparingInt(TextGrid::need));
    }

    private static int need(Verdict verdict) {
        return switch (verdict) {
            case APPROVED -> 0;
            case UNKNOWN -> 1;
            case IN_REVIEW -> 2;
            case OTHER_BODY -> 3;
            case PAUSED -> 4;
            case MISSING -> 5;
            case NOT_USABLE, DISABLED, REJECTED -> 6;
        };
    }
}
