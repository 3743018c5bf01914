package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.parcours.complaint.Complaint;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.RelativeTime;
import io.parcours.work.WorkItem;

/** The case asks nothing of this person now: says what it waits for, and offers the next one. */
class NothingToDo extends Div {

    NothingToDo(CaseFile file, Button next) {
        if (file.ended()) {
            ended(file.complaint(), next);
        } else if (file.items().isEmpty()) {
            add(new EmptyState("hourglass", t("case.waits"), t("case.waits.next"), next));
        } else {
            WorkItem item = file.items().get(0);
            String holder = item.assignee() == null
                    ? t("case.elsewhere.free")
                    : t("case.elsewhere.taken", People.name(item.assignee()));
            add(new EmptyState(
                    "inbox", t("case.elsewhere", Labels.task(item), Labels.queue(item.queue())), holder, next));
        }
    }

    private void ended(Complaint complaint, Button next) {
        add(new EmptyState("circle-check", t("case.ended"), t("case.ended.next"), next));
        if (complaint == null || complaint.resolution() == null) {
            return;
        }
        Paragraph resolution = new Paragraph(complaint.resolution());
        resolution.addClassNames("p-reading", "p-resolution");
        Div when = new Div(new Span(t("case.resolution")), new RelativeTime(complaint.closedAt()));
        when.addClassName("p-resolution-head");
        addComponentAsFirst(resolution);
        addComponentAsFirst(when);
    }
}
