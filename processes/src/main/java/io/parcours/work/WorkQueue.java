package io.parcours.work;

import io.parcours.engine.CurrentUser;
import io.parcours.engine.NotAllowed;
import io.parcours.engine.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queues as people see and work them. Reads show only queues that the current person's roles work. */
@Component
@Transactional(readOnly = true)
public class WorkQueue {

    private static final String COLUMNS = """
            select w.*, c.customer_id,
                   nullif(concat_ws(' ', p.first_name, p.last_name), '') as customer_name, k.description as subject
            from""" + " ";
    private static final String BESIDE = """
            left join journey_case c on c.tenant_id = w.tenant_id and c.case_number = w.case_number
            left join customer p on p.id = c.customer_id
            left join complaint k on k.tenant_id = w.tenant_id and k.case_number = w.case_number
            """;
    private static final String ITEMS = COLUMNS + "work_item w " + BESIDE;
    private static final String ORDER = " order by w.priority, w.created_at ";
    /**
     * One walk along its index a queue, and no further than the page: the same however long the queues are. The limits stand in
     * the text, since a plan that does not know them reckons with a tenth of the table.
     */
    private static final String FROM_EACH_QUEUE = """
            (select w.* from json_array_elements_text(array_to_json(:queues::text[])) q (code), lateral (
                 select w.* from work_item w where w.tenant_id = parcours_tenant() and w.queue = q.code %s
                 order by w.priority, w.created_at limit %d) w
             order by w.priority, w.created_at offset %d limit %d) w
            """;

    private final JdbcClient jdbc;
    private final Queues queues;
    private final Tasks tasks;
    private final CurrentUser user;
    private final WorkFigures figures;
    private final Clock clock;

    WorkQueue(JdbcClient jdbc, Queues queues, Tasks tasks, CurrentUser user, WorkFigures figures, Clock clock) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.tasks = tasks;
        this.user = user;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Claims the next item: the highest priority, and within it the one that waits longest. Items that somebody else is
     * claiming at this moment are passed over, so that nobody waits and nobody gets the same one. It locks the engine's row
     * first, as every other way to a task does.
     */
    @Transactional
    public Optional<WorkItem> claimNext(Collection<String> wanted) {
        Optional<String> next = jdbc.sql("""
                        select n.task_id from json_array_elements_text(array_to_json(:queues::text[])) q (code), lateral (
                            select w.task_id, w.priority, w.created_at
                            from work_item w join act_ru_task t on t.id_ = w.task_id
                            where w.tenant_id = parcours_tenant() and w.queue = q.code and w.assignee is null
                              and t.assignee_ is null
                            order by w.priority, w.created_at limit 1 for update of t skip locked) n
                        order by n.priority, n.created_at limit 1
                        """)
                .param("queues", allowed(wanted))
                .query(String.class)
                .optional();
        next.ifPresent(tasks::claimLocked);
        return next.flatMap(this::item);
    }

    public List<WorkItem> page(WorkFilter filter, int offset, int limit) {
        // What one person has, or what holds a text, is found first and put in order then.
        String sql = filter.assignee() != null || filter.byText()
                ? ITEMS + where(filter) + ORDER + " offset %d limit %d".formatted(offset, limit)
                : COLUMNS
                        + FROM_EACH_QUEUE.formatted(conditions(filter), offset + limit, offset, limit)
                        + BESIDE
                        + ORDER;
        return filled(sql, filter).query(WorkQueue::item).list();
    }

    public int count(WorkFilter filter) {
        return filled("select count(*) from work_item w " + (filter.byText() ? BESIDE : "") + where(filter), filter)
                .query(Integer.class)
                .single();
    }

    /** Empty where it is done, another operator's, or in a queue of other roles. */
    public Optional<WorkItem> find(String taskId) {
        return item(taskId).filter(item -> queues.mayWork(item.queue(), user.roles()));
    }

    private Optional<WorkItem> item(String taskId) {
        return jdbc.sql(ITEMS + " where w.task_id = ?")
                .param(taskId)
                .query(WorkQueue::item)
                .optional();
    }

    /** The case's open items, of every queue: who looks at a case sees where it waits, too. */
    public List<WorkItem> ofCase(String caseNumber) {
        return jdbc.sql(ITEMS + " where w.tenant_id = parcours_tenant() and w.case_number = ?" + ORDER)
                .param(caseNumber)
                .query(WorkQueue::item)
                .list();
    }

    public List<QueueCount> counts(Collection<String> wanted) {
        return figures.counts(allowed(wanted));
    }

    public List<AgeCount> ages(Collection<String> wanted) {
        return figures.ages(allowed(wanted));
    }

    private static String where(WorkFilter filter) {
        return " where w.tenant_id = parcours_tenant() and w.queue = any (:queues::text[])" + conditions(filter);
    }

    private static String conditions(WorkFilter filter) {
        return (filter.assignee() != null ? " and w.assignee = :assignee" : "")
                + (filter.unassignedOnly() ? " and w.assignee is null" : "")
                + (filter.overdueOnly() ? " and w.due_at < :now" : "")
                + (filter.byText()
                        ? " and (w.case_number ilike :text or concat_ws(' ', p.first_name, p.last_name) ilike :text)"
                        : "");
    }

    private JdbcClient.StatementSpec filled(String sql, WorkFilter filter) {
        return jdbc.sql(sql)
                .param("queues", allowed(filter.queues()))
                .param("assignee", filter.assignee())
                .param("now", Timestamp.from(clock.instant()))
                .param("text", filter.byText() ? "%" + filter.text().strip() + "%" : null);
    }

    private String[] allowed(Collection<String> wanted) {
        List<String> visible =
                queues.visibleTo(user.roles()).stream().map(Queue::code).toList();
        wanted.stream().filter(queue -> !visible.contains(queue)).findFirst().ifPresent(queue -> {
            throw new NotAllowed(queue);
        });
        return wanted.toArray(String[]::new);
    }

    private static WorkItem item(ResultSet row, int number) throws SQLException {
        return new WorkItem(
                row.getString("task_id"),
                row.getString("queue"),
                row.getString("journey"),
                row.getString("task_key"),
                row.getString("case_number"),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                row.getString("subject"),
                row.getInt("priority"),
                WorkFigures.instant(row, "due_at"),
                WorkFigures.instant(row, "created_at"),
                row.getString("assignee"));
    }
}
