package io.parcours.connector.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What Meta's Graph API answered, without its words: they quote telephone numbers and texts.
 *
 * @param code Meta's error code; 0 where there is none
 * @param id of the message or file that was taken, or of what was asked for; null where there is none
 */
public record MetaAnswer(int status, int code, int subcode, String id) {

    /** The subcode of an object that does not exist, or that the bearer of the token cannot see. */
    public static final int NO_SUCH_OBJECT = 33;

    /** The code of a token that has expired or was revoked. */
    static final int TOKEN = 190;

    /** The code of an id that is nobody's. */
    public static final int NO_SUCH_ALIAS = 803;

    private static final int INVALID_PARAMETER = 100;

    /** @param id where the answer has the id, as a JSON pointer */
    public static MetaAnswer read(HttpCalls.Answer answer, String id) {
        JsonNode body = answer.json();
        JsonNode error = body.path("error");
        return new MetaAnswer(
                answer.status(),
                error.path("code").asInt(),
                error.path("error_subcode").asInt(),
                Optional.of(body.at(id).asText())
                        .filter(found -> !found.isBlank())
                        .orElse(null));
    }

    public boolean success() {
        return status / 100 == 2 && code == 0;
    }

    /** Whether it is about an object that is not there, or that the bearer of the token may not see. */
    boolean hidden() {
        return code == INVALID_PARAMETER && subcode == NO_SUCH_OBJECT;
    }

    /** As messages and facts name it: Meta's code, else the status of HTTP. */
    public String errorName() {
        return code == 0 ? "http-" + status : String.valueOf(code);
    }

    @Override
    public String toString() {
        return "HTTP " + status + (code == 0 ? "" : ", code " + code) + (subcode == 0 ? "" : "/" + subcode);
    }
}
