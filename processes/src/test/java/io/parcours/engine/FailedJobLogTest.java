package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log says of a job that failed, and how much. */
@ExtendWith(OutputCaptureExtension.class)
class FailedJobLogTest {

    private final FailedJobLog log = new FailedJobLog();

    private static final class NotHere extends RuntimeException implements Declined {

        private static final long serialVersionUID = 1;

        NotHere() {
            super("Nobody has this number", new IOException("550 5.1.1"));
        }
    }

    @Test
    void aRefusalIsOneLine(CapturedOutput output) {
        log.exceptionWhileExecutingJob("job-1", new IllegalStateException("step", new NotHere()));
        assertThat(output.toString().lines().filter(line -> line.contains("job-1")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith("Nobody has this number");
        assertThat(output).doesNotContain(NotHere.class.getName());
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
