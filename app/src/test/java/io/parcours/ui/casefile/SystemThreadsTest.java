package io.parcours.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemThreadsTest {

    private final SystemThreads threads = new SystemThreads();
    private final CountDownLatch answers = new CountDownLatch(1);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void aSystemThatDoesNotAnswerKeepsNobodyFromAnotherOne() throws InterruptedException {
        IntStream.range(0, SystemThreads.EACH + SystemThreads.WAITING)
                .forEach(question -> threads.execute("sahel", "slow", this::waits));
        CountDownLatch answered = new CountDownLatch(2);

        threads.execute("sahel", "quick", answered::countDown);
        threads.execute("littoral", "slow", answered::countDown);

        assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> threads.execute("sahel", "slow", this::waits))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private void waits() {
        try {
            answers.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
