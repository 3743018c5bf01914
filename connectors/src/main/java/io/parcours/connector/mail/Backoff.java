package io.parcours.connector.mail;

import io.parcours.connector.web.WebOptions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double from the first to the longest, a little uneven so that accounts do not knock in step. */
final class Backoff {

    private final WebOptions options;
    private Duration next;

    Backoff(WebOptions options) {
        this.options = options;
        this.next = options.throttleFirst();
    }

    void reset() {
        next = options.throttleFirst();
    }

    Duration next() {
        long pause = next.toMillis();
        next = Duration.ofMillis(Math.min(pause * 2, options.throttleMost().toMillis()));
        return Duration.ofMillis(pause + ThreadLocalRandom.current().nextLong(pause / 5 + 1));
    }
}
