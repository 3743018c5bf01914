package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log says of a job that failed, and how much. */
@ExtendWith(OutputCaptureExtension.class)
class FailedJobLogTest {

    private final FailedJobLog log = new FailedJobLog();

    private static final class NotHere extends RuntimeException implements Refusal {

        private static final long serialVersionUID = 1;

        NotHere() {
            super("Nobody has this number");
        }
    }

    @Test
    void aRefusalIsOneLine(CapturedOutput output) {
        log.exceptionWhileExecutingJob("job-1", new IllegalStateException("step", new NotHere()));
        assertThat(output).contains("job-1", "Nobody has this number").doesNotContain("\tat ");
    }

    @Test
    void whatMayBeAFaultHasItsStack(CapturedOutput output) {
        log.exceptionWhileExecutingJob("job-2", new IllegalStateException("broken"));
        assertThat(output).contains("job-2", "broken", "\tat ");
    }

    @Test
    void whatWaitsWritesNothing(CapturedOutput output) {
        log.exceptionWhileExecutingJob("job-3", new TryAgainLater("throttled", Duration.ofSeconds(1), null));
        assertThat(output).doesNotContain("job-3");
    }
}
