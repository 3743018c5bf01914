package io.parcours.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * A step cannot run now for a reason that is not its own; the engine tries again later and counts no failure. Where the step waits
 * at a {@linkplain Gates gate}, it may be called in before.
 */
public class TryAgainLater extends RuntimeException {

    /** How the engine's event of a failed job tells it from a failure. */
    private static final String LATER = "Later: ";

    private final Duration pause;
    private final String gate;

    public TryAgainLater(String reason, Duration pause, Throwable cause) {
        this(null, reason, pause, cause);
    }

    /** @param pause after which it is tried again where nobody called it in */
    public static TryAgainLater at(String gate, String reason, Duration pause) {
        return new TryAgainLater(gate, reason, pause, null);
    }

    private TryAgainLater(String gate, String reason, Duration pause, Throwable cause) {
        // No stack trace: thousands of these are thrown while a channel is down, and nobody reads where.
        super(LATER + reason, cause, false, false);
        this.pause = pause;
        this.gate = gate;
    }

    static boolean isReason(String message) {
        return message != null && message.startsWith(LATER);
    }

    /** What the row of a job says that waits there. */
    static String waiting(String gate) {
        return LATER + "at " + gate;
    }

    Duration pause() {
        return pause;
    }

    Optional<String> gate() {
        return Optional.ofNullable(gate);
    }
}
