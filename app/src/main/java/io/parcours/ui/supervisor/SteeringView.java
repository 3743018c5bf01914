package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.engine.Incidents;
import io.parcours.live.Live;
import io.parcours.security.Role;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Durations;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.frame.HomeOf;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import io.parcours.ui.frame.Updates;
import io.parcours.work.QueueCount;
import io.parcours.work.Steering;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** The figures by which a supervisor steers, while they change (requirement 2.52). */
@Route(value = "steering", layout = MainLayout.class)
@Menu(title = "supervise.title", icon = "chart-column", order = 30)
@RolesAllowed("SUPERVISOR")
@HomeOf(Role.SUPERVISOR)
class SteeringView extends Page {

    private final transient Steering steering;
    private final transient Incidents incidents;
    private final transient Clock clock;
    private final Figure open = new Figure(t("supervise.figure.open"), null);
    private final Figure overdue = new Figure(t("supervise.figure.overdue"), null);
    private final Figure unassigned = new Figure(t("supervise.figure.unassigned"), null);
    private final Figure oldest = new Figure(t("supervise.figure.oldest"), null);
    private final Figure approvals = new Figure(t("supervise.figure.approvals"), "approvals");
    private final Figure escalations = new Figure(t("supervise.figure.escalations"), "escalations");
    private final Figure failures = new Figure(t("supervise.figure.incidents"), "incidents");
    private final QueueTable table = new QueueTable();

    SteeringView(Steering steering, Incidents incidents, Live live, Clock clock) {
        super("supervise.title");
        this.steering = steering;
        this.incidents = incidents;
        this.clock = clock;
        Div figures = new Div(overdue, open, unassigned, oldest, approvals, escalations, failures);
        figures.addClassName("p-figures");
        Card queues = new Card(t("supervise.queues"), table).withTool(AgeBar.legend());
        add(figures, queues);
        refresh();
        Updates.whileShown(this, news -> live.subscribe("work", news), this::refresh);
    }

    private void refresh() {
        List<QueueCount> counts = steering.counts();
        header().setCounts(asOf());
        open.show(String.valueOf(sum(counts, QueueCount::open)));
        unassigned.show(String.valueOf(sum(counts, QueueCount::unassigned)));
        int late = sum(counts, QueueCount::overdue);
        overdue.show(late, late == 0 ? "circle-check" : "alarm-clock", late == 0 ? Badge.Tone.FINE : Badge.Tone.LATE);
        oldest.show(oldest(counts));
        waiting(approvals, openIn(SupervisorQueues.APPROVALS, counts), "gift", Badge.Tone.SOON);
        waiting(escalations, openIn(SupervisorQueues.ESCALATIONS, counts), "flag", Badge.Tone.LATE);
        waiting(failures, incidents.open().size(), "triangle-alert", Badge.Tone.LATE);
        table.show(counts, steering.ages());
    }

    private Span asOf() {
        return new Span(new Span(t("supervise.asOf") + " "), new RelativeTime(clock.instant()));
    }

    private static void waiting(Figure figure, int count, String icon, Badge.Tone tone) {
        if (count == 0) {
            figure.show("0");
        } else {
            figure.show(count, icon, tone);
        }
    }

    private String oldest(List<QueueCount> counts) {
        return counts.stream()
                .map(QueueCount::oldest)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(this::age)
                .orElse("–");
    }

    private String age(Instant since) {
        return Durations.text(Duration.between(since, clock.instant()));
    }

    private static int sum(List<QueueCount> counts, ToIntFunction<QueueCount> figure) {
        return counts.stream().mapToInt(figure).sum();
    }

    private static int openIn(String queue, List<QueueCount> counts) {
        return counts.stream()
                .filter(count -> count.queue().equals(queue))
                .mapToInt(QueueCount::open)
                .sum();
    }
}
