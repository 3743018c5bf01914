package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.parcours.model.Finding;
import io.parcours.ui.component.Glyph;
import java.util.List;
import java.util.Locale;

/** Why a model was refused: each element by its id, what the rule asks for, and what was found. */
class Findings extends Div {

    Findings(String fileName, List<Finding> findings, Locale language) {
        addClassName("p-findings");
        getElement().setAttribute("role", "alert");
        Paragraph title =
                new Paragraph(new Glyph("octagon-alert"), new Span(t("studio.refused", fileName, findings.size())));
        title.addClassName("p-findings-title");
        UnorderedList list = new UnorderedList();
        findings.forEach(finding -> list.add(line(finding, language)));
        add(title, list, new Paragraph(t("studio.refused.next")));
    }

    private static ListItem line(Finding finding, Locale language) {
        Span element = new Span(finding.element());
        element.addClassName("p-findings-element");
        Span rule = new Span(finding.explanation(language));
        rule.addClassName("p-findings-rule");
        Span detail = new Span(finding.detail());
        detail.addClassName("p-findings-detail");
        return new ListItem(element, rule, detail);
    }
}
