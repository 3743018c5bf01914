package io.parcours.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.atomic.AtomicInteger;
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
    void whoeverIsInterruptedGivesUpWithoutAWord() {
        assertThat(Insistence.written(
                        () -> {
                            tries.incrementAndGet();
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException("the database is away");
                        },
                        failure -> fail("It is the platform's end")))
                .isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(tries).hasValue(1);
    }
}
