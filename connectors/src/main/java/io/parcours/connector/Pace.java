package io.parcours.connector;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets no more than so many messages a second leave by one account, evenly. Twice: who is to leave draws a place, however far
 * away, and comes back for it; and at the wire itself, since people come late to their places and then all at once.
 */
public final class Pace {

    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

    private final long interval;
    private long nextPlace = System.nanoTime();
    private long nextAtWire = nextPlace;
    private long heldUntil = nextPlace;

    /** @param perSecond messages a second; null for as many as there are */
    public Pace(Integer perSecond) {
        interval = perSecond == null ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Draws the next place. @return how long it is until then */
    public synchronized Duration place() {
        long now = System.nanoTime();
        long place = later(later(now, nextPlace), heldUntil);
        nextPlace = place + interval;
        return Duration.ofNanos(place - now);
    }

    /**
     * How many could draw a place of the next half second, which is as long as anybody waits at the wire; none while the provider
     * wants to be left alone.
     */
    public synchronized int freePlaces() {
        long now = System.nanoTime();
        long left = now + PATIENCE - later(now, nextPlace);
        if (heldUntil - now > 0 || left < 0) {
            return 0;
        }
        return interval == 0 ? Integer.MAX_VALUE : (int) (left / interval) + 1;
    }

    /** For how long the provider still wants to be left alone. */
    public synchronized Duration held() {
        return Duration.ofNanos(Math.max(0, heldUntil - System.nanoTime()));
    }

    /** The provider wants to be left alone for so long. */
    public synchronized void hold(Duration pause) {
        heldUntil = later(heldUntil, System.nanoTime() + pause.toNanos());
    }

    /** Waits for this message's moment at the wire. @return whether it has come; not where it is far off */
    public boolean atWire() {
        long moment;
        synchronized (this) {
            long now = System.nanoTime();
            moment = later(later(now, nextAtWire), heldUntil);
            if (moment - now > PATIENCE) {
                return false;
            }
            nextAtWire = moment + interval;
        }
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    /** Of two readings of the clock, which may have wrapped around. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
