package io.parcours.engine;

import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper.ExceptionLoggingHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the log readable where thousands of jobs meet the same obstacle: what passes by itself is worth no line or one, and
 * only what may be a fault its stack.
 */
final class FailedJobLog implements ExceptionLoggingHandler {

    private static final Logger log = LoggerFactory.getLogger(FailedJobLog.class);

    @Override
    public void exceptionWhileExecutingJob(String jobId, Throwable failure) {
        TryAgainLater later = ExceptionUtils.throwableOfType(failure, TryAgainLater.class);
        Optional<Throwable> declined = ExceptionUtils.getThrowableList(failure).stream()
                .filter(Declined.class::isInstance)
                .findFirst();
        if (later != null) {
            log.debug("Job {} waits: {}", jobId, later.getMessage());
        } else if (Outage.causes(failure)) {
            log.warn("Job {} waits for the database: {}", jobId, ExceptionUtils.getRootCauseMessage(failure));
        } else if (declined.isPresent()) {
            log.warn("Job {} was refused: {}", jobId, declined.get().getMessage());
        } else {
            log.warn("Job {} failed", jobId, failure);
        }
    }
}
