package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the jobs last, when the channels stand, and stops them first: what runs is finished, what waits stays in the
 * database. What this node had locked before it was killed is free again at once, instead of after the lock's time.
 */
class JobLifecycle implements SmartLifecycle {

    private final JobExecutor executor;
    private final ThreadPoolTaskExecutor threads;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final boolean enabled;
    private volatile boolean running;

    JobLifecycle(
            JobExecutor executor,
            ThreadPoolTaskExecutor threads,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            boolean enabled) {
        this.executor = executor;
        this.threads = threads;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(status -> jdbc.update(
                "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?",
                executor.getLockOwner())));
        executor.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdown();
        threads.shutdown();
    }

    /** A node may leave the jobs to others; a test runs them itself. */
    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 99;
    }
}
