package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the engine's jobs of one case when a test says so, and moves the time; nobody waits for anything. */
@Component
public class TestJobs {

    private static final Logger LOG = LoggerFactory.getLogger(TestJobs.class);
    private static final String DUE = """
            select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            where e.business_key_ = ? and j.tenant_id_ = ? and j.retries_ > 0 and (j.duedate_ is null or j.duedate_ <= ?)
            order by j.duedate_ nulls first
            """;
    private static final String NEXT = """
            select min(j.duedate_) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            where e.business_key_ = ? and j.tenant_id_ = ? and j.retries_ > 0
            """;

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile Consumer<String> watcher = job -> {};

    TestJobs(ProcessEngine engine, JdbcClient jdbc, TransactionTemplate transaction) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public void runDue(String tenant, String caseNumber) {
        for (List<String> due = due(tenant, caseNumber); !due.isEmpty(); due = due(tenant, caseNumber)) {
            due.forEach(job -> TenantContext.run(tenant, () -> run(job)));
        }
    }

    /** The platform's own work that is due, which belongs to no case. @return how many jobs that was */
    public int runBackground(String tenant) {
        List<String> due = TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql(
                        "select id_ from act_ru_job where handler_type_ = ? and tenant_id_ = ? and retries_ > 0"
                                + " and (duedate_ is null or duedate_ <= ?)")
                .params(
                        BackgroundJobs.TYPE,
                        tenant,
                        new Timestamp(ClockUtil.getCurrentTime().getTime()))
                .query(String.class)
                .list()));
        due.forEach(job -> TenantContext.run(tenant, () -> run(job)));
        return due.size();
    }

    /** Lets the time pass, and everything happen that falls due on the way, in its order. */
    public void pass(String tenant, String caseNumber, Duration duration) {
        Instant end = ClockUtil.getCurrentTime().toInstant().plus(duration);
        runDue(tenant, caseNumber);
        for (Instant next = next(tenant, caseNumber);
                next != null && !next.isAfter(end);
                next = next(tenant, caseNumber)) {
            ClockUtil.setCurrentTime(Date.from(next));
            runDue(tenant, caseNumber);
        }
        ClockUtil.setCurrentTime(Date.from(end));
    }

    /** Lets the time pass, and nothing happen. */
    public void pass(Duration duration) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(duration)));
    }

    public void resetTime() {
        ClockUtil.reset();
    }

    /** @param watcher told the id of each job before it runs */
    public void watch(Consumer<String> watcher) {
        this.watcher = watcher;
    }

    public void watchNoMore() {
        watcher = job -> {};
    }

    private void run(String job) {
        watcher.accept(job);
        try {
            engine.getManagementService().executeJob(job);
        } catch (RuntimeException e) {
            // As for the job executor, a failure is the engine's to handle: it has counted it and set the next try.
            LOG.info("Job failed: {}", e.getMessage());
        }
    }

    private List<String> due(String tenant, String caseNumber) {
        return TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql(DUE)
                .params(
                        caseNumber,
                        tenant,
                        new Timestamp(ClockUtil.getCurrentTime().getTime()))
                .query(String.class)
                .list()));
    }

    private Instant next(String tenant, String caseNumber) {
        return TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql(NEXT)
                .params(caseNumber, tenant)
                .query((row, number) -> row.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null)));
    }
}
