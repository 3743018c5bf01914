package io.parcours.ui.backoffice;

import io.parcours.work.QueueCount;
import io.parcours.work.WorkFilter;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which items the list shows, and what has come since it was read. */
class QueueContent {

    /** As far down as somebody looks before taking the next one anyway. */
    private static final int WATCHED = 200;

    private final WorkQueue work;
    private final List<String> queues;
    private final String me;
    private QueueTabs.View view = QueueTabs.View.ALL;
    private boolean unassignedOnly;
    private boolean overdueOnly;
    private String text;
    private List<WorkItem> remembered = List.of();

    QueueContent(WorkQueue work, List<String> queues, String me) {
        this.work = work;
        this.queues = queues;
        this.me = me;
    }

    void choose(QueueTabs.View wanted) {
        view = wanted;
    }

    void unassignedOnly(boolean only) {
        unassignedOnly = only;
    }

    void overdueOnly(boolean only) {
        overdueOnly = only;
    }

    void contain(String words) {
        text = words;
    }

    boolean narrowed() {
        return unassignedOnly || overdueOnly || (text != null && !text.isBlank());
    }

    QueueTabs.View view() {
        return view;
    }

    List<WorkItem> page(int offset, int limit) {
        return work.page(filter(), offset, limit);
    }

    int count() {
        return work.count(filter());
    }

    List<QueueCount> counts() {
        return work.counts(queues);
    }

    int mine() {
        return work.count(new WorkFilter(queues, me, false, false, null));
    }

    /** "Mes dossiers" is no queue to take from: there the next one comes from all of them. */
    Collection<String> queuesToTakeFrom() {
        return view.queue() == null ? queues : List.of(view.queue());
    }

    void remember() {
        remembered = page(0, WATCHED);
    }

    int arrived() {
        Set<String> known = new HashSet<>();
        remembered.forEach(item -> known.add(item.taskId()));
        return (int) page(0, WATCHED).stream()
                .filter(item -> !known.contains(item.taskId()))
                .count();
    }

    boolean changed() {
        return !remembered.equals(page(0, WATCHED));
    }

    static boolean free(WorkItem item) {
        return item != null && Objects.isNull(item.assignee());
    }

    private WorkFilter filter() {
        Collection<String> shown = view.queue() == null ? queues : List.of(view.queue());
        return new WorkFilter(shown, view.mine() ? me : null, unassignedOnly, overdueOnly, text);
    }
}
