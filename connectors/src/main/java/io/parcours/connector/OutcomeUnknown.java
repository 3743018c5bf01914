package io.parcours.connector;

/** The message left, or began to, and no answer came: the subscriber may or may not have it. */
public final class OutcomeUnknown extends RuntimeException {

    public OutcomeUnknown(String reason, Throwable cause) {
        super(reason, cause);
    }
}
