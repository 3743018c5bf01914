package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.MDC;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Acquires and unlocks jobs in system mode, since a node works for every operator, and runs each job, its failure handling
 * included, under the job's own tenant.
 */
class TenantJobExecutor extends SpringJobExecutor {

    /** True on a job's thread while no job runs on it. */
    private static final ThreadLocal<Boolean> BETWEEN_JOBS = new ThreadLocal<>();

    private volatile long lookUntil = System.nanoTime();
    private final ThreadPoolTaskExecutor threads;
    private final Function<String, String> tenantOfJob;
    private final LostLocks locks;
    private final RightOfWay rightOfWay;
    /** Locked for this node, which had no thread for them in the end. */
    private final Queue<String> handedBack = new ConcurrentLinkedQueue<>();

    /** @param tenantOfJob reads in system mode whose job it is; null where it is nobody's or gone */
    TenantJobExecutor(
            ThreadPoolTaskExecutor threads,
            Function<String, String> tenantOfJob,
            LostLocks locks,
            RightOfWay rightOfWay) {
        this.threads = threads;
        this.tenantOfJob = tenantOfJob;
        this.locks = locks;
        this.rightOfWay = rightOfWay;
        setTaskExecutor(threads);
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new SequentialJobAcquisitionRunnable(this) {
            @Override
            public synchronized void run() {
                TenantContext.runAsSystem(super::run);
            }

            @Override
            protected AcquiredJobs acquireJobs(
                    JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
                unlockHandedBack(engine);
                return super.acquireJobs(context, strategy, engine);
            }
        };
    }

    private void unlockHandedBack(ProcessEngineImpl engine) {
        for (String id = handedBack.poll(); id != null; id = handedBack.poll()) {
            locks.released(List.of(id));
            engine.getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(new UnlockJobCmd(id));
        }
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        locks.held(jobIds);
        return new TenantJobs(jobIds, engine, jobId -> TenantContext.callAsSystem(() -> tenantOfJob.apply(jobId)));
    }

    /**
     * The engine looks for work after each job, since an instance's next step may have waited for this one. Steps mostly follow
     * on the same thread, so that there is nothing to find: it looks only for a while after one had to wait.
     */
    @Override
    public void jobWasAdded() {
        if (!Boolean.TRUE.equals(BETWEEN_JOBS.get()) || System.nanoTime() < lookUntil) {
            super.jobWasAdded();
        }
    }

    /** A job was made that has to wait for another one of its instance. */
    void oneWaits() {
        lookUntil = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    }

    /** Whether a job made now would run soon. */
    boolean hasRoom() {
        return isActive() && threads.getQueueSize() < threads.getQueueCapacity() / 2;
    }

    /** Runs a job that the committed transaction has locked for this node. */
    void runLocked(String jobId, String tenant, ProcessEngineImpl engine) {
        locks.held(List.of(jobId));
        try {
            threads.execute(new TenantJobs(List.of(jobId), engine, any -> tenant));
        } catch (TaskRejectedException noThread) {
            handedBack.add(jobId);
            jobWasAdded();
        }
    }

    private final class TenantJobs extends ExecuteJobsRunnable {

        private final Function<String, String> tenantOf;

        /** @param tenantOf of a job; steps that follow at once belong to the same instance, and so to the same tenant */
        private TenantJobs(List<String> jobIds, ProcessEngineImpl engine, Function<String, String> tenantOf) {
            super(jobIds, engine);
            this.tenantOf = tenantOf;
        }

        @Override
        public void run() {
            BETWEEN_JOBS.set(true);
            try {
                super.run();
            } finally {
                BETWEEN_JOBS.remove();
            }
        }

        @Override
        protected void executeJob(String jobId, CommandExecutor executor, JobFailureCollector failures) {
            rightOfWay.giveWay();
            BETWEEN_JOBS.set(false);
            try {
                inTenant(tenantOf.apply(jobId), () -> super.executeJob(jobId, executor, failures));
            } finally {
                BETWEEN_JOBS.set(true);
                locks.released(List.of(jobId));
                // What the job brought forth for the same thread.
                locks.held(Context.getJobExecutorContext().getCurrentProcessorJobQueue());
            }
        }

        @Override
        protected void unlockJob(String jobId, CommandExecutor executor) {
            locks.released(List.of(jobId));
            TenantContext.runAsSystem(() -> super.unlockJob(jobId, executor));
        }
    }

    private static void inTenant(String tenant, Runnable action) {
        if (tenant == null) {
            TenantContext.runAsSystem(action);
        } else {
            try (var ignored = MDC.putCloseable("tenant", tenant)) {
                TenantContext.run(tenant, action);
            }
        }
    }
}
