package io.parcours.engine;

import java.time.Duration;
import java.util.Date;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Leaves a job its tries where the step asked to be tried again later, or the database went away under it. */
class PatientRetries extends DefaultFailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        TryAgainLater later = ExceptionUtils.throwableOfType(exception, TryAgainLater.class);
        if (later == null && !Outage.causes(exception)) {
            return super.getCommand(jobId, exception);
        }
        Duration pause = later == null ? Outage.PAUSE : later.pause();
        return context -> {
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null) {
                job.unlock();
                job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(pause)));
            }
            return null;
        };
    }
}
