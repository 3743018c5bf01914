package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.sql.Timestamp;
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

    private static final String CALL_IN = """
            update act_ru_job set duedate_ = ?
            where id_ in (select id_ from act_ru_job
                          where tenant_id_ = ? and exception_msg_ = ? and
            """ + AT_A_GATE + """
                            and duedate_ > ? and lock_owner_ is null and retries_ > 0
                          order by create_time_ limit ? for update skip locked)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TenantJobExecutor executor;

    Gates(JdbcClient jdbc, TransactionTemplate transaction, TenantJobExecutor executor) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.executor = executor;
    }

    /** Whether anybody of any tenant waits at any gate. */
    public boolean somebodyWaits() {
        return TenantContext.callAsSystem(() ->
                transaction.execute(status -> jdbc.sql("select exists (select from act_ru_job where " + AT_A_GATE + ")")
                        .query(Boolean.class)
                        .single()));
    }

    /**
     * Makes those due who have been there longest.
     *
     * @param most how many at once
     * @return how many were called
     */
    public int callIn(String tenant, String gate, int most) {
        Timestamp now = new Timestamp(ClockUtil.getCurrentTime().getTime());
        int called = TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql(CALL_IN)
                .params(now, tenant, TryAgainLater.waiting(gate), now, most)
                .update()));
        if (called > 0) {
            executor.jobWasAdded();
        }
        return called;
    }
}
