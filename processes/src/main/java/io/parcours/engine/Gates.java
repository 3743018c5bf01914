package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.sql.Timestamp;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where jobs wait for something outside that takes nothing now ({@link TryAgainLater#at}). Thousands may wait for the same thing:
 * who watches it calls them in when it is back, as many as it takes, and meanwhile they need hardly ever look themselves.
 */
@Component
public class Gates {

    /** As the index {@code job_at_gate} says it. */
    private static final String AT_A_GATE = "exception_msg_ like 'Later: at %'";

    private static final String WAITING =
            "select distinct tenant_id_ as tenant, substr(exception_msg_, ?) as name from act_ru_job where "
                    + AT_A_GATE;

    private static final String THERE = " from act_ru_job where tenant_id_ = :tenant and exception_msg_ = :gate and "
            + AT_A_GATE + " and retries_ > 0 and suspension_state_ = 1";

    /**
     * Those called before whom no thread has taken up yet are among the most. An array: as a join, a planner that takes the table for nearly
     * empty chooses them anew for each of its rows.
     */
    private static final String CALL_IN =
            "update act_ru_job set duedate_ = :now where id_ = any (array(select id_" + THERE
                    + " and duedate_ > :now and lock_owner_ is null order by create_time_"
                    + " limit greatest(0, :most - (select count(*)" + THERE
                    + " and duedate_ <= :now and lock_owner_ is null)) for update skip locked))";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TenantJobExecutor executor;

    Gates(JdbcClient jdbc, TransactionTemplate transaction, TenantJobExecutor executor) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.executor = executor;
    }

    /** Somebody waits there. */
    public record Gate(String tenant, String name) {}

    /** At which gates of which tenants anybody waits. */
    public List<Gate> waiting() {
        return TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql(WAITING)
                .param(TryAgainLater.waiting("").length() + 1)
                .query(Gate.class)
                .list()));
    }

    /**
     * Makes those due whose jobs are the oldest.
     *
     * @param most how many may be due at once
     * @return how many were called
     */
    public int callIn(Gate gate, int most) {
        int called = TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql(CALL_IN)
                .param("now", new Timestamp(ClockUtil.getCurrentTime().getTime()))
                .param("tenant", gate.tenant())
                .param("gate", TryAgainLater.waiting(gate.name()))
                .param("most", most)
                .update()));
        if (called > 0) {
            executor.jobWasAdded();
        }
        return called;
    }
}
