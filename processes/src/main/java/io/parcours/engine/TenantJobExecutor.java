package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.MDC;

/**
 * Acquires and unlocks jobs in system mode, since a node works for every operator, and runs each job, its failure handling
 * included, under the job's own tenant.
 */
class TenantJobExecutor extends SpringJobExecutor {

    private final Function<String, String> tenantOfJob;
    private final LostLocks locks;

    /** @param tenantOfJob reads in system mode whose job it is; null where it is nobody's or gone */
    TenantJobExecutor(Function<String, String> tenantOfJob, LostLocks locks) {
        this.tenantOfJob = tenantOfJob;
        this.locks = locks;
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new SequentialJobAcquisitionRunnable(this) {
            @Override
            public synchronized void run() {
                TenantContext.runAsSystem(super::run);
            }
        };
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        locks.held(jobIds);
        return new ExecuteJobsRunnable(jobIds, engine) {
            @Override
            protected void executeJob(String jobId, CommandExecutor executor, JobFailureCollector failures) {
                try {
                    inTenantOf(jobId, () -> super.executeJob(jobId, executor, failures));
                } finally {
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
        };
    }

    private void inTenantOf(String jobId, Runnable action) {
        String tenant = TenantContext.callAsSystem(() -> tenantOfJob.apply(jobId));
        if (tenant == null) {
            TenantContext.runAsSystem(action);
        } else {
            try (var ignored = MDC.putCloseable("tenant", tenant)) {
                TenantContext.run(tenant, action);
            }
        }
    }
}
