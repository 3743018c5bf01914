package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.parcours.complaint.Complaint;
import io.parcours.complaint.Complaints;
import io.parcours.complaint.Gestures;
import io.parcours.complaint.GoodwillGesture;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.RelativeTime;
import java.util.List;
import java.util.UUID;

/** The customer's complaints and the gestures granted (requirement 2.40). */
public class HistoryCard extends Card {

    private static final int SHOWN = 8;

    private final transient Complaints complaints;
    private final transient Gestures gestures;
    private final String currency;
    private final Span count = new Span();

    public HistoryCard(Complaints complaints, Gestures gestures, String currency) {
        super(t("history.title"));
        this.complaints = complaints;
        this.gestures = gestures;
        this.currency = currency;
        count.addClassName("p-muted");
        withTool(count);
    }

    /** @param current a case to leave out because it is on the screen anyway; may be null */
    public void show(UUID customerId, String current) {
        List<Complaint> others = complaints.of(customerId).stream()
                .filter(complaint -> !complaint.caseNumber().equals(current))
                .toList();
        List<GoodwillGesture> granted = gestures.of(customerId);
        count.setText(t("history.count", others.size(), granted.size()));
        body().removeAll();
        if (others.isEmpty() && granted.isEmpty()) {
            body().add(new Paragraph(t(current == null ? "history.none" : "history.first")));
            return;
        }
        others.stream().limit(SHOWN).forEach(complaint -> body().add(line(complaint)));
        if (!granted.isEmpty()) {
            body().add(new H3(t("history.gestures")));
            granted.stream().limit(SHOWN).forEach(gesture -> body().add(line(gesture)));
        }
    }

    private static Div line(Complaint complaint) {
        Span what = new Span(
                complaint.motive() == null ? complaint.description() : t("complaint.motive." + complaint.motive()));
        what.addClassName("p-line-what");
        return line(complaint.caseNumber(), what, new StatusBadge(complaint.status()), complaint.openedAt());
    }

    private Div line(GoodwillGesture gesture) {
        Span amount = new Span(Money.text(gesture.amount(), currency));
        amount.addClassNames("p-line-what", "p-cell-main");
        String by = gesture.approvedBy() == null ? gesture.grantedBy() : gesture.approvedBy();
        Span who = new Span(t("history.by", People.within(by)));
        who.addClassName("p-muted");
        return line(gesture.caseNumber(), amount, who, gesture.grantedAt());
    }

    private static Div line(String caseNumber, Span what, Span state, java.time.Instant at) {
        Anchor link = new Anchor("case/" + caseNumber, caseNumber);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("p-figure");
        RelativeTime time = new RelativeTime(at);
        time.addClassName("p-muted");
        Div line = new Div(link, what, state, time);
        line.addClassName("p-line");
        return line;
    }
}
