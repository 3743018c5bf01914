package io.parcours.engine;

import java.time.Duration;

/** A step cannot run now for a reason that is not its own; the engine tries again later and counts no failure. */
public class TryAgainLater extends RuntimeException {

    private final Duration pause;

    public TryAgainLater(String reason, Duration pause, Throwable cause) {
        super(reason, cause);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
