package io.parcours.connector.simulator;

import java.util.HashMap;
import java.util.Map;

/** Counts what each account sends within a second. */
final class Throttle {

    private final Map<String, long[]> seconds = new HashMap<>();

    /** @param perSecond 0 for no limit */
    synchronized boolean admits(String account, int perSecond) {
        long now = System.nanoTime() / 1_000_000_000;
        long[] counted = seconds.computeIfAbsent(account, fresh -> new long[] {now, 0});
        if (counted[0] != now) {
            counted[0] = now;
            counted[1] = 0;
        }
        return perSecond <= 0 || ++counted[1] <= perSecond;
    }
}
