package io.parcours.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InsistenceTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatFailsOnceIsWrittenTheNextTime() {
        assertThat(Insistence.written(
                        () -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new IllegalStateException("the database is away");
                            }
                        },
                        failure -> fail("It was written")))
                .isTrue();
        assertThat(tries).hasValue(2);
    }

    @Test
    void whatFailsEachTimeIsGivenUpWithItsLastFailure() {
        AtomicReference<String> last = new AtomicReference<>();
        assertThat(Insistence.written(
                        () -> {
                            throw new IllegalStateException("failure " + tries.incrementAndGet());
                        },
                        failure -> last.set(failure.getMessage()),
                        List.of(Duration.ZERO, Duration.ZERO)))
                .isFalse();
        assertThat(last).hasValue("failure 3");
    }

    @Test
    void whoeverIsInterruptedGivesUpWithoutAWord() {
        assertThat(Insistence.written(
                        () -> {
                            tries.incrementAndGet();
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException("the database is away");
                        },
                        failure -> fail("It is the platform's end")))
                .isFalse();
        assertThat(Insistence.written(tries::incrementAndGet, failure -> fail("It was written")))
                .as("the next one")
                .isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(tries).hasValue(2);
    }
}
