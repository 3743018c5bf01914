package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightOfWayTest {

    private final CountDownLatch takenIn = new CountDownLatch(1);
    private final ExecutorService arrivals = Executors.newFixedThreadPool(2);

    @AfterEach
    void letAllGo() {
        takenIn.countDown();
        arrivals.shutdown();
    }

    @Test
    void aStepWaitsWhileMessagesAreTakenInAndGoesOnWhenTheyAre() throws InterruptedException {
        RightOfWay rightOfWay = new RightOfWay(Duration.ofMinutes(5));
        arrive(rightOfWay, 2);
        Thread step = new Thread(rightOfWay::giveWay, "step");
        step.start();
        await().until(() -> step.getState() == Thread.State.TIMED_WAITING);

        takenIn.countDown();
        step.join(TimeUnit.SECONDS.toMillis(30));

        assertThat(step.isAlive()).isFalse();
    }

    @Test
    void oneMessageHoldsNoStepUp() throws InterruptedException {
        RightOfWay rightOfWay = new RightOfWay(Duration.ofMinutes(5));
        arrive(rightOfWay, 1);

        Thread step = new Thread(rightOfWay::giveWay, "step");
        step.start();
        step.join(TimeUnit.SECONDS.toMillis(30));

        assertThat(step.isAlive()).isFalse();
    }

    @Test
    void howeverManyMessagesComeInAStepsPatienceEnds() throws InterruptedException {
        RightOfWay rightOfWay = new RightOfWay(Duration.ofMillis(10));
        arrive(rightOfWay, 2);

        Thread step = new Thread(rightOfWay::giveWay, "step");
        step.start();
        step.join(TimeUnit.SECONDS.toMillis(30));

        assertThat(step.isAlive()).isFalse();
    }

    private void arrive(RightOfWay rightOfWay, int messages) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(messages);
        for (int i = 0; i < messages; i++) {
            arrivals.execute(() -> rightOfWay.pass(() -> {
                inside.countDown();
                hold();
            }));
        }
        inside.await();
    }

    private void hold() {
        try {
            takenIn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
