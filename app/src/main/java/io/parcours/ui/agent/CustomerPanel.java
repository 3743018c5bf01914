package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.parcours.complaint.Complaint;
import io.parcours.customer.Customer;
import io.parcours.trace.TimelineEntry;
import io.parcours.ui.call.CallerNotice;
import io.parcours.ui.casefile.FactLines;
import io.parcours.ui.casefile.HistoryCard;
import io.parcours.ui.component.Card;
import io.parcours.ui.frame.Updates;
import java.util.List;
import java.util.UUID;

/** The customer's parts, kept up to date while they are shown. */
class CustomerPanel extends Div {

    private static final int LIMIT = 300;

    private final transient CustomerParts parts;
    private final UUID id;
    private final transient FactLines lines;
    private final Card timeline = new Card(t("customer.timeline"));
    private final UnderWayCard underWay;
    private final HistoryCard history;
    private final ConsentCard consents;
    private final MergedCard merged;
    private final CallerNotice caller;
    private final transient Customer customer;
    private final Div facts = new Div();

    /** @param onMerge called when the customer became another one */
    CustomerPanel(CustomerParts parts, Customer customer, boolean mayMerge, Runnable onMerge) {
        this.parts = parts;
        this.id = customer.id();
        this.customer = customer;
        String currency = parts.tenants().current().currency();
        lines = new FactLines(currency);
        underWay = new UnderWayCard();
        history = new HistoryCard(parts.complaints(), parts.gestures(), currency);
        facts.addClassName("p-360-facts");
        facts.add(new IdentityCard(customer, parts.preferences(), mayMerge), new AccountCard(customer, currency));
        if (!customer.lines().isEmpty()) {
            facts.add(new LinesCard(customer.lines()));
        }
        caller = new CallerNotice(parts.calls());
        Div main = new Div(caller, underWay, timeline);
        main.addClassName("p-case-main");
        consents = new ConsentCard(parts.consents(), id);
        merged = new MergedCard(parts.merges(), id, mayMerge, onMerge);
        Div aside = new Div(parts.operator().of(customer, null), history, consents, merged);
        aside.addClassName("p-case-aside");
        Div below = new Div(main, aside);
        below.addClassName("p-case");
        add(facts, below);
        refresh();
        Updates.whileShown(this, told -> parts.live().subscribe("customer/" + id, told), this::refresh);
    }

    private void refresh() {
        List<Complaint> complaints = parts.complaints().of(id);
        underWay.show(complaints.stream()
                .filter(complaint -> complaint.closedAt() == null)
                .toList());
        history.show(id, null);
        caller.show(customer, null);
        consents.refresh();
        merged.refresh();
        List<TimelineEntry> acts = parts.timeline().ofCustomer(id, LIMIT);
        timeline.show(acts.isEmpty() ? new Paragraph(t("customer.timeline.none")) : lines.newestFirst(acts));
    }
}
