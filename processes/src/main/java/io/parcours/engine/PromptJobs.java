package io.parcours.engine;

import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A step that may run at once is locked for this node by the very insert that makes its job, and runs after the commit: nobody
 * has to look for it, lock it and commit that. Where this node has enough to do, the job waits for any node as ever.
 */
class PromptJobs extends JobManager {

    private final TenantJobExecutor executor;
    /** Instances that have a job of this command already: steps of one instance run one after the other. */
    private final Set<String> served = new HashSet<>();

    private PromptJobs(TenantJobExecutor executor) {
        this.executor = executor;
    }

    static SessionFactory factory(TenantJobExecutor executor) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return JobManager.class;
            }

            @Override
            public Session openSession() {
                return new PromptJobs(executor);
            }
        };
    }

    @Override
    protected void hintJobExecutor(JobEntity job) {
        if (!isForThisNode(job)) {
            super.hintJobExecutor(job);
            return;
        }
        job.setLockOwner(executor.getLockOwner());
        job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + executor.getLockTimeInMillis()));
        var engine = Context.getProcessEngineConfiguration().getProcessEngine();
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED,
                        command -> executor.runLocked(job.getId(), job.getTenantId(), engine));
    }

    /** A job made by a job of the same instance runs on that one's thread already. */
    private boolean isForThisNode(JobEntity job) {
        return job instanceof MessageEntity
                && executor.hasRoom()
                && Context.getJobExecutorContext() == null
                && job.isExclusive()
                && !job.isSuspended()
                && isJobDue(job)
                && job.getTenantId() != null
                && job.getProcessInstanceId() != null
                && isAlone(job);
    }

    private boolean isAlone(JobEntity job) {
        boolean alone = served.add(job.getProcessInstanceId()) && !isBusy(job);
        if (!alone) {
            executor.oneWaits();
        }
        return alone;
    }

    /** Whether another step of the instance may be running just now; a new instance has none. */
    private boolean isBusy(JobEntity job) {
        ExecutionEntity instance =
                Context.getCommandContext().getExecutionManager().findExecutionById(job.getProcessInstanceId());
        return !getDbEntityManager().getDbEntityCache().isTransient(instance)
                && findJobsByProcessInstanceId(job.getProcessInstanceId()).stream()
                        .anyMatch(other -> other.getLockOwner() != null);
    }
}
