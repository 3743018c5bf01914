package io.parcours.connector.sms;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** Pauses that double from the first to the longest, a little uneven so that accounts do not knock in step. */
final class Backoff {

    private final Duration first;
    private final Duration most;
    private Duration next;

    Backoff(SmsOptions options) {
        this.first = options.reconnectFirst();
        this.most = options.reconnectMost();
        this.next = first;
    }

    void reset() {
        next = first;
    }

    /** Returns early where the thread is interrupted. */
    void pause(BooleanSupplier wanted) {
        long pause = next.toMillis();
        next = Duration.ofMillis(Math.min(pause * 2, most.toMillis()));
        try {
            if (wanted.getAsBoolean()) {
                Thread.sleep(pause + ThreadLocalRandom.current().nextLong(pause / 5 + 1));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
