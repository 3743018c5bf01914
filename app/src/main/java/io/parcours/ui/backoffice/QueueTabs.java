package io.parcours.ui.backoffice;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.parcours.ui.casefile.Labels;
import io.parcours.work.QueueCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One's own cases, all queues together, and each queue; with how many wait there. */
class QueueTabs extends Tabs {

    /** What a tab shows. @param queue null for all of them */
    record View(String queue, boolean mine) {
        static final View ALL = new View(null, false);
        static final View MINE = new View(null, true);
    }

    private final Map<View, Tab> tabs = new LinkedHashMap<>();
    private final Map<View, Span> counts = new LinkedHashMap<>();

    QueueTabs(List<String> queues, Consumer<View> onChoice) {
        add(View.ALL, t("queue.all"));
        add(View.MINE, t("queue.mine"));
        if (queues.size() > 1) {
            queues.forEach(queue -> add(new View(queue, false), Labels.queue(queue)));
        }
        addSelectedChangeListener(change -> tabs.forEach((view, tab) -> {
            if (tab == change.getSelectedTab()) {
                onChoice.accept(view);
            }
        }));
    }

    void select(String queue) {
        Tab tab = tabs.get(new View(queue, false));
        if (tab != null) {
            setSelectedTab(tab);
        }
    }

    void count(List<QueueCount> queues, int mine) {
        show(View.MINE, mine);
        show(View.ALL, queues.stream().mapToInt(QueueCount::open).sum());
        queues.forEach(queue -> show(new View(queue.queue(), false), queue.open()));
    }

    private void add(View view, String words) {
        Span count = new Span("0");
        count.addClassName("p-count");
        Tab tab = new Tab(new Span(words), count);
        tabs.put(view, tab);
        counts.put(view, count);
        add(tab);
    }

    private void show(View view, int count) {
        if (counts.containsKey(view)) {
            counts.get(view).setText(String.valueOf(count));
        }
    }
}
