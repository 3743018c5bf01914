package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.complaint.Complaint;
import io.parcours.ui.casefile.StatusBadge;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.DueBadge;
import java.util.List;

/** Events under way (requirement 2.21): what the agent should know before the caller says it. */
class UnderWayCard extends Card {

    UnderWayCard() {
        super(t("customer.underWay"));
        addClassName("p-under-way");
    }

    void show(List<Complaint> open) {
        setVisible(!open.isEmpty());
        body().removeAll();
        open.forEach(complaint -> body().add(line(complaint)));
    }

    private static Anchor line(Complaint complaint) {
        Span number = new Span(complaint.caseNumber());
        number.addClassNames("p-figure", "p-link");
        Div head = new Div(number, new StatusBadge(complaint.status()));
        if (complaint.dueAt() != null) {
            head.add(new DueBadge(complaint.dueAt()));
        }
        head.addClassName("p-under-way-head");
        Div words = new Div(complaint.description());
        words.addClassName("p-under-way-words");
        Anchor line = new Anchor("case/" + complaint.caseNumber(), head, words);
        line.getElement().setAttribute("router-link", true);
        line.addClassName("p-under-way-line");
        return line;
    }
}
