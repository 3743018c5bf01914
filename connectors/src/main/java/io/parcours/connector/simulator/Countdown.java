package io.parcours.connector.simulator;

import java.util.concurrent.atomic.AtomicInteger;

/** So many more times, and then no longer. */
final class Countdown {

    private Countdown() {}

    /** @return whether there was one left, which is taken */
    static boolean take(AtomicInteger left) {
        return left.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
    }
}
