package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parcours.connector.web.HttpCalls;
import java.time.Duration;
import java.util.Locale;

/**
 * What the Bot API answered.
 *
 * @param status of HTTP
 * @param code Telegram's own; 0 where there is none
 * @param description Telegram's words in lower case, to be compared and never shown; empty where there are none
 * @param retryAfter how long to be silent; null where not told
 * @param result missing where it is no success
 */
record BotAnswer(int status, int code, String description, Duration retryAfter, JsonNode result) {

    private static final long LONGEST_SILENCE_SECONDS = 3_600;

    static BotAnswer read(HttpCalls.Answer answer) {
        JsonNode body = answer.json();
        long silence = body.path("parameters").path("retry_after").asLong();
        boolean ok = answer.status() / 100 == 2 && body.path("ok").asBoolean();
        return new BotAnswer(
                answer.status(),
                body.path("error_code").asInt(),
                body.path("description").asText().toLowerCase(Locale.ROOT),
                silence > 0 ? Duration.ofSeconds(Math.min(silence, LONGEST_SILENCE_SECONDS)) : null,
                ok ? body.path("result") : MissingNode.getInstance());
    }

    boolean success() {
        return !result.isMissingNode();
    }

    /** Telegram's code; where something else answered in its place, the status. */
    int reason() {
        return code == 0 ? status : code;
    }

    boolean says(String words) {
        return description.contains(words);
    }

    /** Without Telegram's words, which nobody promises to be free of the message's. */
    @Override
    public String toString() {
        return "HTTP " + status + (code == 0 || code == status ? "" : ", code " + code);
    }
}
