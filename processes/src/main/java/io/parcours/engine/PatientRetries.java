package io.parcours.engine;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Leaves a job its tries where the step asked to be tried again later, or the database went away under it. Gives background work
 * the pauses that the engine gives to a journey's steps alone.
 */
class PatientRetries extends DefaultFailedJobCommandFactory {

    /** By the number of tries that are left. */
    private static final Map<Integer, Duration> PAUSES = Map.of(2, Duration.ofSeconds(10), 1, Duration.ofMinutes(1));

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        TryAgainLater later = ExceptionUtils.throwableOfType(exception, TryAgainLater.class);
        if (later == null && !Outage.causes(exception)) {
            return failed(jobId, super.getCommand(jobId, exception));
        }
        Duration pause = later == null ? Outage.PAUSE : later.pause();
        return context -> {
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null) {
                job.unlock();
                dueAfter(job, pause);
                waitsAt(job, Optional.ofNullable(later).flatMap(TryAgainLater::gate));
            }
            return null;
        };
    }

    private static Command<Object> failed(String jobId, Command<Object> counted) {
        return context -> {
            Object result = counted.execute(context);
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null
                    && BackgroundJobs.TYPE.equals(job.getJobHandlerType())
                    && PAUSES.containsKey(job.getRetries())) {
                dueAfter(job, PAUSES.get(job.getRetries()));
            }
            return result;
        };
    }

    /** A job that waits for something else now is not called in. */
    private static void waitsAt(JobEntity job, Optional<String> gate) {
        if (gate.isPresent() || TryAgainLater.isReason(job.getExceptionMessage())) {
            job.setExceptionMessage(gate.map(TryAgainLater::waiting).orElse(null));
        }
    }

    private static void dueAfter(JobEntity job, Duration pause) {
        job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(pause)));
    }
}
