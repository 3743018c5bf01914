package io.parcours.conversation;

import java.time.Duration;
import java.util.Optional;

/** The message certainly did not leave, and the reason is not the message: no bind, throttled, queue full. */
public class ChannelUnavailable extends RuntimeException {

    private final transient Duration pause;

    public ChannelUnavailable(String reason, Throwable cause) {
        this(reason, null, cause);
    }

    /** @param pause after which it is worth another attempt; null where the channel cannot tell */
    public ChannelUnavailable(String reason, Duration pause, Throwable cause) {
        super(reason, cause);
        this.pause = pause;
    }

    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }
}
