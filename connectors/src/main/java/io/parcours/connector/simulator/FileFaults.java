package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How a simulated provider gives out files, and fails to. */
public final class FileFaults {

    private final AtomicInteger missing = new AtomicInteger();
    private final AtomicInteger damaged = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    volatile Duration stall = Duration.ZERO;
    volatile int more;

    FileFaults() {}

    /** The next files are not there any more. */
    public void lose(int files) {
        missing.set(files);
    }

    /** The next files come with other octets than was told. */
    public void damage(int files) {
        damaged.set(files);
    }

    /** The next files are answered with 503. */
    public void fail(int files) {
        broken.set(files);
    }

    /** In the middle of each file nothing comes for this long. */
    public void stall(Duration time) {
        stall = time;
    }

    /** Each file is followed by so many octets of which nothing was told. */
    public void sendMore(int octets) {
        more = octets;
    }

    boolean loses() {
        return Countdown.take(missing);
    }

    boolean damages() {
        return Countdown.take(damaged);
    }

    boolean fails() {
        return Countdown.take(broken);
    }
}
