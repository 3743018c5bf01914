package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.parcours.live.Live;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.casefile.TakeNext;
import io.parcours.ui.frame.Page;
import io.parcours.ui.frame.Updates;
import io.parcours.work.WorkFilter;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.List;
import java.util.Set;

/** One queue as a list that leads to the cases, the most urgent first. New items announce themselves above it. */
abstract class QueuePage extends Page {

    /** Far more than a supervisor lets wait; the count says if there are more. */
    private static final int SHOWN = 200;

    private final transient WorkQueue work;
    private final String queue;
    private final String texts;
    private final WorkItemGrid grid;
    private final NativeButton news = new NativeButton();
    private final Tabs views = new Tabs();

    /** @param texts the prefix of the page's text keys */
    QueuePage(WorkQueue work, TakeNext next, Live live, String queue, String texts, WorkItemGrid grid) {
        super(texts + ".title");
        this.work = work;
        this.queue = queue;
        this.texts = texts;
        this.grid = grid;
        fillHeight();
        header().setActions(next.button(() -> List.of(queue)));
        news.addClassName("p-news");
        news.addClickListener(click -> refresh());
        for (View view : View.values()) {
            Span count = new Span();
            count.addClassName("p-count");
            views.add(new Tab(new Span(t("supervise.view." + view.name())), count));
        }
        views.addSelectedChangeListener(change -> refresh());
        Div list = new Div(views, news, grid);
        list.addClassName("p-work-list");
        add(list);
        refresh();
        Updates.whileShown(this, wake -> live.subscribe("work", wake), this::hear);
    }

    /** The saved views of the list. */
    private enum View {
        ALL,
        FREE,
        MINE,
        OVERDUE;

        WorkFilter filter(String queue) {
            String mine = this == MINE
                    ? ParcoursUser.current().map(ParcoursUser::username).orElse("")
                    : null;
            return new WorkFilter(List.of(queue), mine, this == FREE, this == OVERDUE, null);
        }
    }

    private List<WorkItem> items() {
        View view = View.values()[views.getSelectedIndex()];
        return work.page(view.filter(queue), 0, SHOWN);
    }

    private void refresh() {
        show(items());
    }

    private void show(List<WorkItem> items) {
        grid.setItems(items);
        news.setVisible(false);
        count();
    }

    /** What is gone or changed shows at once; what is new waits for a click, so that no row moves under the pointer. */
    private void hear() {
        List<WorkItem> now = items();
        Set<String> known = grid.taskIds();
        long added = now.stream().filter(item -> !known.contains(item.taskId())).count();
        if (known.isEmpty() || added == 0) {
            show(now);
            return;
        }
        grid.setItems(now.stream().filter(item -> known.contains(item.taskId())).toList());
        news.setText(t("supervise.news", added));
        news.setVisible(true);
        count();
    }

    private void count() {
        header().setCounts(t(texts + ".count", work.count(View.ALL.filter(queue))));
        for (View view : View.values()) {
            int items = work.count(view.filter(queue));
            Span count = (Span) views.getTabAt(view.ordinal())
                    .getChildren()
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            count.setText(String.valueOf(items));
            count.setClassName("p-late", view == View.OVERDUE && items > 0);
        }
    }
}
