package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.RelativeTime;
import io.parcours.work.AgeCount;
import io.parcours.work.QueueCount;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every queue with its figures, a line each, always in the same order: the supervisor's own, then the others by name. */
@Tag("table")
class QueueTable extends HtmlContainer {

    /** The queues that a supervisor can open. */
    private static final Map<String, String> PATHS =
            Map.of(SupervisorQueues.APPROVALS, "approvals", SupervisorQueues.ESCALATIONS, "escalations");

    private static final Comparator<QueueCount> ORDER = Comparator.<QueueCount, Boolean>comparing(
                    count -> !PATHS.containsKey(count.queue()))
            .thenComparing(count -> Labels.queue(count.queue()));

    @Tag("tr")
    private static final class Line extends HtmlContainer {}

    private static final class Cell extends HtmlContainer {
        Cell(String tag, String label, Component content) {
            super(tag);
            getElement().setAttribute("data-label", label);
            add(content);
        }
    }

    QueueTable() {
        addClassName("p-queues");
    }

    void show(List<QueueCount> counts, List<AgeCount> ages) {
        removeAll();
        Line head = new Line();
        for (String column : List.of("queue", "open", "unassigned", "overdue", "age", "oldest")) {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(t("supervise.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        HtmlContainer body = new HtmlContainer("tbody");
        int longest = counts.stream().mapToInt(QueueCount::open).max().orElse(0);
        counts.stream().sorted(ORDER).forEach(count -> body.add(line(count, agesOf(count.queue(), ages), longest)));
        HtmlContainer top = new HtmlContainer("thead");
        top.add(head);
        add(top, body);
    }

    private static Map<String, Integer> agesOf(String queue, List<AgeCount> ages) {
        Map<String, Integer> found = new LinkedHashMap<>();
        ages.stream().filter(age -> age.queue().equals(queue)).forEach(age -> found.put(age.bucket(), age.count()));
        return found;
    }

    private static Line line(QueueCount count, Map<String, Integer> ages, int longest) {
        Line line = new Line();
        line.getElement().setAttribute("data-queue", count.queue());
        Cell name = new Cell("th", "", name(count.queue()));
        name.getElement().setAttribute("scope", "row");
        line.add(
                name,
                cell("open", number(count.open())),
                cell("unassigned", number(count.unassigned())),
                cell("overdue", overdue(count.overdue())),
                cell("age", new AgeBar(ages, longest)),
                cell("oldest", count.oldest() == null ? muted("–") : new RelativeTime(count.oldest())));
        return line;
    }

    private static Cell cell(String column, Component content) {
        Cell cell = new Cell("td", t("supervise.column." + column), content);
        cell.addClassName("p-queues-" + column);
        return cell;
    }

    private static Component name(String queue) {
        String name = Labels.queue(queue);
        if (!PATHS.containsKey(queue)) {
            return new Span(name);
        }
        Anchor link = new Anchor(PATHS.get(queue), name);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static Component number(int count) {
        return count == 0 ? muted("0") : new Span(String.valueOf(count));
    }

    private static Component overdue(int count) {
        return count == 0
                ? muted(t("supervise.overdue.none"))
                : new Badge("alarm-clock", t("supervise.overdue", count), Badge.Tone.LATE);
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("p-muted");
        return span;
    }
}
