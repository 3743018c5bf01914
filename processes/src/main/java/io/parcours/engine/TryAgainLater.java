package io.parcours.engine;

import java.time.Duration;

/** A step cannot run now for a reason that is not its own; the engine tries again later and counts no failure. */
public class TryAgainLater extends RuntimeException {

    /** How the engine's event of a failed job tells it from a failure. */
    private static final String LATER = "Later: ";

    private final Duration pause;

    public TryAgainLater(String reason, Duration pause, Throwable cause) {
        // No stack trace: thousands of these are thrown while a channel is down, and nobody reads where.
        super(LATER + reason, cause, false, false);
        this.pause = pause;
    }

    static boolean isReason(String message) {
        return message != null && message.startsWith(LATER);
    }

    Duration pause() {
        return pause;
    }
}
