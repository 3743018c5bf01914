package io.parcours.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of open work. Who may see them is the callers' business. */
@Repository
class WorkFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<QueueCount> counts(String[] queues) {
        return jdbc.sql("""
                        select q.code, count(w.task_id) as open,
                               count(w.task_id) filter (where w.assignee is null) as unassigned,
                               count(w.task_id) filter (where w.due_at < :now) as overdue, min(w.created_at) as oldest
                        from unnest(:queues::text[]) q (code)
                        left join work_item w on w.tenant_id = parcours_tenant() and w.queue = q.code
                        group by q.code order by q.code
                        """)
                .param("queues", queues)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new QueueCount(
                        row.getString("code"),
                        row.getInt("open"),
                        row.getInt("unassigned"),
                        row.getInt("overdue"),
                        instant(row, "oldest")))
                .list();
    }

    List<AgeCount> ages(String[] queues) {
        return jdbc.sql("""
                        select queue, case when age < interval '1 hour' then 'under1h' when age < interval '4 hours' then 'under4h'
                                   when age < interval '24 hours' then 'under24h' else 'over24h' end as bucket, count(*) as count
                        from (select queue, :now::timestamptz - created_at as age from work_item
                              where tenant_id = parcours_tenant() and queue = any (:queues::text[])) w
                        group by 1, 2 order by 1, 2
                        """)
                .param("queues", queues)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new AgeCount(row.getString("queue"), row.getString("bucket"), row.getInt("count")))
                .list();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
