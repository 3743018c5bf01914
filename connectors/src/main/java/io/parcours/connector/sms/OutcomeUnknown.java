package io.parcours.connector.sms;

/** The message left, or began to, and no answer came: the subscriber may or may not have it. */
final class OutcomeUnknown extends RuntimeException {

    OutcomeUnknown(String reason, Throwable cause) {
        super(reason, cause);
    }
}
