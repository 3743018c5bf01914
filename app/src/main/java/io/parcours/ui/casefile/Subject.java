package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.parcours.complaint.Complaint;
import io.parcours.ui.component.Bubble;

/** What it is about, in the subscriber's words, and what they answered since. */
class Subject extends Div {

    private final String currency;

    Subject(String currency) {
        this.currency = currency;
        addClassName("p-subject");
    }

    void show(CaseFile file) {
        removeAll();
        Complaint complaint = file.complaint();
        if (complaint != null) {
            Paragraph words = new Paragraph(t("fact.quote", complaint.description()));
            words.addClassName("p-reading");
            add(words, notes(complaint));
        }
        boolean says = !file.ended()
                && file.lastWord() != null
                && (complaint == null || !file.lastWord().text().equals(complaint.description()));
        if (says) {
            Span head = new Span(t(complaint == null ? "case.message" : "case.answer"));
            head.addClassName("p-muted");
            add(head, new Bubble(file.lastWord().text(), true, file.lastWord().at()));
        }
        setVisible(complaint != null || says);
    }

    private Div notes(Complaint complaint) {
        Div notes = new Div();
        notes.addClassName("p-subject-notes");
        if (complaint.motive() != null) {
            notes.add(new Span(t("complaint.motive." + complaint.motive())));
        }
        if (complaint.amount() != null) {
            notes.add(new Span(t("case.amount", Money.text(complaint.amount(), currency))));
        }
        return notes;
    }
}
