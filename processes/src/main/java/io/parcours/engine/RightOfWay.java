package io.parcours.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What comes in from outside goes before the steps of journeys: while several messages are being taken in, a step waits with its
 * beginning. A sender who is kept waiting sends again, or gives up; a step is in the database and loses nothing.
 */
@Component
public class RightOfWay {

    /** So many messages being taken in leave the processors to steps; with more, steps wait. */
    private static final int FEW = 1;

    private final long patience;
    private int passing;

    /** No step waits longer than a second, however many messages come in: journeys slow down and never stand still. */
    @Autowired
    RightOfWay() {
        this(Duration.ofSeconds(1));
    }

    RightOfWay(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Takes something in. */
    public void pass(Runnable arrival) {
        count(1);
        try {
            arrival.run();
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int change) {
        passing += change;
        if (passing <= FEW) {
            // One step for each gap: all of them would fill the next gap too.
            notify();
        }
    }

    /** Called by a step before it begins. */
    synchronized void giveWay() {
        long until = System.nanoTime() + patience;
        try {
            for (long left = patience; passing > FEW && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
