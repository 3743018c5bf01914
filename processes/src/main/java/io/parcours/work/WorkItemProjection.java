package io.parcours.work;

import io.parcours.engine.TaskObserver;
import io.parcours.live.Changes;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code work_item} in step with the engine's open tasks: what a transaction touched is read again from the engine's
 * own tables just before the commit, so it does not matter in how many ways a task can change.
 */
@Component
class WorkItemProjection implements TaskObserver {

    /**
     * The engine stores times without a zone, in the machine's own, which is the connection's too. Removing and telling ride
     * along: this runs in nearly every transaction.
     */
    private static final String PROJECT = """
            with removed as (
                delete from work_item w where w.task_id = ? and not exists (select 1 from act_ru_task t where t.id_ = w.task_id)),
            written as (
                insert into work_item (task_id, tenant_id, queue, journey, task_key, case_number, priority, due_at,
                                       created_at, assignee, claimed_at)
                select t.id_, t.tenant_id_,
                       coalesce((select l.group_id_ from act_ru_identitylink l
                                 where l.task_id_ = t.id_ and l.group_id_ is not null order by l.id_ limit 1), 'unrouted'),
                       split_part(t.proc_def_id_, ':', 1), t.task_def_key_, e.business_key_, t.priority_,
                       t.due_date_::timestamptz, t.create_time_::timestamptz, t.assignee_,
                       case when t.assignee_ is not null then now() end
                from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where t.id_ = ?
                on conflict (task_id) do update set
                    queue = excluded.queue, priority = excluded.priority, due_at = excluded.due_at,
                    claimed_at = case when work_item.assignee is distinct from excluded.assignee
                                      then excluded.claimed_at else work_item.claimed_at end,
                    assignee = excluded.assignee),
            news (topic) as (values ('work'))
            """ + Changes.TELL;

    private static final String DIFFERENT = """
            select coalesce(t.id_, w.task_id) from act_ru_task t full join work_item w on w.task_id = t.id_
            where t.id_ is null or w.task_id is null or w.assignee is distinct from t.assignee_
               or w.priority <> t.priority_ or w.due_at is distinct from t.due_date_::timestamptz
            """;

    private final JdbcTemplate jdbc;

    WorkItemProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void touched(Set<String> taskIds) {
        // One by one: a plan for one task is kept, a plan for a list is made anew each time.
        taskIds.forEach(id -> jdbc.query(PROJECT, row -> {}, id, id, Changes.tenant()));
    }

    /** Brings back in step what differs, whatever the reason; returns how many items that were. Needs a transaction. */
    int repair() {
        List<String> different = jdbc.queryForList(DIFFERENT, String.class);
        if (!different.isEmpty()) {
            touched(Set.copyOf(different));
        }
        return different.size();
    }
}
