package io.parcours.connector.simulator;

/** How many submissions an account may hand in each second of the clock. */
final class SmscThrottle {

    private static final long SECOND = 1_000;

    private int limit = -1;
    private long second;
    private int taken;

    synchronized void limit(int perSecond) {
        limit = perSecond;
    }

    /** Counts one more submission. */
    synchronized boolean exceeded() {
        long now = System.currentTimeMillis() / SECOND;
        if (now != second) {
            second = now;
            taken = 0;
        }
        return limit >= 0 && ++taken > limit;
    }
}
