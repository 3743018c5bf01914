package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the exchange answered to a command.
 *
 * @param status of HTTP; 0 where no answer came in time, and nobody knows whether the command was obeyed
 * @param body a missing node where there is none
 */
record AriAnswer(int status, JsonNode body) {

    private static final int GONE = 404;

    boolean done() {
        return status / 100 == 2;
    }

    /** What the command was about is no longer there. */
    boolean gone() {
        return status == GONE;
    }

    /** As meters name it. */
    String outcome() {
        if (status == 0) {
            return "unanswered";
        }
        return done() ? "done" : gone() ? "gone" : "refused";
    }

    @Override
    public String toString() {
        return status == 0 ? "no answer" : "HTTP " + status;
    }
}
