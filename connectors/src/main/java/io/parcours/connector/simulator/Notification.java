package io.parcours.connector.simulator;

import java.util.Map;

/**
 * One message or status that the platform has to hear of.
 *
 * @param id of the message that it is, or that it tells of
 * @param what {@code message}, {@code template}, or the word of the status
 * @param contact who it concerns, as webhooks write it; null where they do not
 * @param body as webhooks write it
 * @param detail for the protocol log
 * @param taken to be called when the platform has taken it
 */
record Notification(
        String id,
        String subscriber,
        String what,
        Map<String, Object> contact,
        Map<String, Object> body,
        String detail,
        Runnable taken) {

    static final String MESSAGE = "message";

    static final String TEMPLATE = "template";

    boolean isTemplate() {
        return what.equals(TEMPLATE);
    }

    boolean isMessage() {
        return what.equals(MESSAGE);
    }
}
