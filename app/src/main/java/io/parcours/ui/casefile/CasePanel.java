package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.ui.call.CallButton;
import io.parcours.ui.call.CallerNotice;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.DueBadge;
import io.parcours.ui.component.PriorityBadge;
import io.parcours.ui.component.ViewHeader;
import io.parcours.ui.frame.Updates;
import io.parcours.work.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The case's parts side by side, kept up to date while they are shown. What somebody types into the form stays. */
class CasePanel extends Div {

    private final transient CaseParts parts;
    private final ViewHeader header;
    private final TaskCard task;
    private final CustomerCard customer;
    private final HistoryCard history;
    private final SimilarCard similar;
    private final ThreadCard thread;
    private final DiagramCard diagram;
    private final IncidentCard incidents;
    private final CallerNotice caller;
    private final CallButton call;
    private final String number;

    CasePanel(CaseParts parts, CaseFile file, ViewHeader header) {
        this.parts = parts;
        this.header = header;
        this.number = file.number();
        String currency = parts.currency();
        task = new TaskCard(parts, currency, this::refresh);
        customer = new CustomerCard(currency);
        history = new HistoryCard(parts.complaints(), parts.gestures(), currency);
        similar = new SimilarCard(parts.complaints());
        thread = new ThreadCard(parts.timeline(), parts.conversations(), parts.desk(), currency);
        diagram = new DiagramCard();
        incidents = new IncidentCard(parts.incidents(), this::refresh);
        caller = new CallerNotice(parts.calls());
        call = new CallButton(parts.calls());
        Div main = new Div(caller, incidents, task, thread);
        main.addClassName("p-case-main");
        Div aside = new Div(customer, diagram, history, similar);
        if (file.customer() != null) {
            aside.addComponentAtIndex(1, parts.operator().of(file.customer(), number));
        }
        aside.addClassName("p-case-aside");
        add(main, aside);
        addClassName("p-case");
        show(file);
        Updates.whileShown(this, news -> parts.live().subscribe("case/" + number, news), this::refresh);
        if (file.customer() != null) {
            // Whether they are on the telephone is the customer's, whatever case is open.
            Updates.whileShown(
                    caller,
                    news -> parts.live().subscribe("customer/" + file.customer().id(), news),
                    this::callChanged);
        }
    }

    void refresh() {
        parts.files().open(number).ifPresent(this::show);
    }

    private void callChanged() {
        parts.files().open(number).ifPresent(file -> caller.show(file.customer(), number));
    }

    TaskCard task() {
        return task;
    }

    private void show(CaseFile file) {
        header.setTitle(number);
        header.setCounts(facts(file).toArray(Component[]::new));
        task.show(file);
        call.show(file.customer(), number);
        caller.show(file.customer(), number);
        header.setActions(
                Stream.concat(Stream.of(call), Stream.of(task.actions())).toArray(Component[]::new));
        incidents.show(file.incidents());
        customer.setVisible(file.customer() != null);
        history.setVisible(file.customer() != null);
        if (file.customer() != null) {
            customer.show(file.customer());
            history.show(file.customer().id(), number);
        }
        similar.setVisible(file.complaint() != null);
        if (file.complaint() != null) {
            similar.show(file.complaint());
        }
        thread.show(file);
        diagram.show(file.diagram());
    }

    private static List<Component> facts(CaseFile file) {
        List<Component> facts = new ArrayList<>();
        Div kind = new Div(file.complaint() == null ? Labels.journey(file.journey()) : Labels.kind(file.complaint()));
        kind.addClassName("p-case-kind");
        facts.add(kind);
        if (file.complaint() != null) {
            facts.add(new StatusBadge(file.complaint().status()));
            if (file.complaint().reopened()) {
                facts.add(new Badge("rotate-ccw", t("case.reopened"), Badge.Tone.SOON));
            }
        }
        file.items().stream()
                .mapToInt(WorkItem::priority)
                .min()
                .ifPresent(priority -> facts.add(new PriorityBadge(priority)));
        if (file.complaint() != null
                && file.complaint().closedAt() == null
                && file.complaint().dueAt() != null) {
            Div due = new Div(
                    new Span(t("case.due")), new DueBadge(file.complaint().dueAt()));
            due.addClassName("p-case-due");
            facts.add(due);
        }
        return facts;
    }
}
