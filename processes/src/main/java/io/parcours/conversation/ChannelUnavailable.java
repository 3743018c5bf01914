package io.parcours.conversation;

/** The message certainly did not leave, and the reason is not the message: no bind, throttled, queue full. */
public class ChannelUnavailable extends RuntimeException {

    public ChannelUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
