package io.parcours.connector.sms;

/** The message centre takes no more for the moment: its limit is reached, or its queue is full. */
final class Throttled extends RuntimeException {

    Throttled(String reason, Throwable cause) {
        super(reason, cause);
    }
}
