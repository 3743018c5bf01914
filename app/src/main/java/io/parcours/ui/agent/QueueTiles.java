package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.RelativeTime;
import io.parcours.work.QueueCount;
import io.parcours.work.WorkQueue;
import java.util.List;

/** The person's queues, a tile each: how many wait, how long the oldest, and the way there. */
class QueueTiles extends Div {

    private final transient WorkQueue work;
    private final transient List<String> queues;
    private final Div tiles = new Div();

    QueueTiles(WorkQueue work, List<String> queues) {
        this.work = work;
        this.queues = queues;
        tiles.addClassName("p-tiles");
        add(new H2(t("search.queues")), tiles);
        addClassName("p-tiles-block");
        refresh();
    }

    final void refresh() {
        tiles.removeAll();
        work.counts(queues).forEach(queue -> tiles.add(tile(queue)));
    }

    private static Anchor tile(QueueCount queue) {
        Span figure = new Span(String.valueOf(queue.open()));
        figure.addClassName("p-tile-figure");
        Div notes = new Div();
        notes.addClassName("p-tile-notes");
        if (queue.oldest() != null) {
            notes.add(new Span(t("search.oldest")), new RelativeTime(queue.oldest()));
        } else {
            notes.add(new Span(t("search.empty")));
        }
        if (queue.overdue() > 0) {
            notes.add(new Badge("alarm-clock", t("search.overdue", queue.overdue()), Badge.Tone.LATE));
        }
        Anchor tile = new Anchor("queue?code=" + queue.queue(), new Span(Labels.queue(queue.queue())), figure, notes);
        tile.getElement().setAttribute("router-link", true);
        tile.addClassName("p-tile");
        return tile;
    }
}
