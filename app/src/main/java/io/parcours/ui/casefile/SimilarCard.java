package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.parcours.complaint.Complaint;
import io.parcours.complaint.Complaints;
import io.parcours.complaint.SimilarComplaint;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import java.util.List;

/** Past complaints that resemble this one, and a search among all of them (requirement 4.5). */
class SimilarCard extends Card {

    private static final int SHOWN = 4;
    private static final int FOUND = 8;

    private final transient Complaints complaints;
    private final TextField words = new TextField();
    private final Div results = new Div();
    private String caseNumber;
    private String comparedWith;

    SimilarCard(Complaints complaints) {
        super(t("similar.title"));
        this.complaints = complaints;
        words.setPlaceholder(t("similar.search"));
        words.setAriaLabel(t("similar.search"));
        words.setPrefixComponent(new Glyph("search"));
        words.setClearButtonVisible(true);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> search(change.getValue()));
        results.addClassName("p-similar");
        show(words, results);
    }

    /** Looks again only when the complaint says something else; a search under way stays. */
    void show(Complaint complaint) {
        caseNumber = complaint.caseNumber();
        String text = complaint.caseNumber() + complaint.description();
        if (!text.equals(comparedWith) && words.isEmpty()) {
            comparedWith = text;
            show(complaints.similar(complaint.caseNumber(), SHOWN), "similar.none");
        }
    }

    private void search(String wanted) {
        if (wanted.isBlank()) {
            show(complaints.similar(caseNumber, SHOWN), "similar.none");
        } else {
            show(complaints.search(wanted, FOUND), "similar.notFound");
        }
    }

    private void show(List<SimilarComplaint> found, String otherwise) {
        results.removeAll();
        found.forEach(complaint -> results.add(entry(complaint)));
        if (found.isEmpty()) {
            results.add(new Paragraph(t(otherwise)));
        }
    }

    private static Div entry(SimilarComplaint complaint) {
        Anchor link = new Anchor("case/" + complaint.caseNumber(), complaint.caseNumber());
        link.getElement().setAttribute("router-link", true);
        link.addClassName("p-figure");
        Div head = new Div(link, new StatusBadge(complaint.status()));
        head.addClassName("p-similar-head");
        Div entry = new Div(head, excerpt(complaint.excerpt()));
        entry.addClassName("p-similar-entry");
        return entry;
    }

    /** The words that match stand between « and ». */
    private static Div excerpt(String text) {
        Div excerpt = new Div();
        excerpt.addClassName("p-excerpt");
        for (String part : text.split("(?=«)|(?<=»)")) {
            boolean match = part.startsWith("«") && part.endsWith("»");
            Span words = new Span(match ? part.substring(1, part.length() - 1) : part);
            if (match) {
                words.addClassName("p-match");
            }
            excerpt.add(words);
        }
        return excerpt;
    }
}
