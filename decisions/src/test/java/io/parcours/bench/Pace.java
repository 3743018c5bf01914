package io.parcours.bench;

import java.util.concurrent.locks.LockSupport;

/** Lets things happen when they are due, whatever became of the one before. */
public final class Pace {

    private Pace() {}

    /** @param due by {@link System#nanoTime} */
    public static void until(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
