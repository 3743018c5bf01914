package io.parcours.connector;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double from the first to the longest, a little uneven so that accounts do not knock in step. */
public final class Backoff {

    private final Duration first;
    private final Duration most;
    private Duration next;

    public Backoff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
        this.next = first;
    }

    public void reset() {
        next = first;
    }

    /** How long the pause that is due now is. */
    public Duration next() {
        Duration pause = next;
        next = Duration.ofMillis(Math.min(pause.toMillis() * 2, most.toMillis()));
        return uneven(pause);
    }

    /** Up to a fifth longer. */
    public static Duration uneven(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 5 + 1));
    }

    /** Waits out the pause that is due now. @throws InterruptedException where whoever waits is not wanted any more */
    public void pause() throws InterruptedException {
        Thread.sleep(next().toMillis());
    }
}
