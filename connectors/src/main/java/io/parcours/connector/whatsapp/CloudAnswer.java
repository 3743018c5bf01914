package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * What the Cloud API answered, without its words: they quote telephone numbers and texts.
 *
 * @param code Meta's error code; 0 where there is none
 * @param messageId of the message that was taken; null where there is none
 */
record CloudAnswer(int status, int code, int subcode, String messageId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static CloudAnswer read(int status, byte[] body) {
        JsonNode answer = parsed(body);
        JsonNode error = answer.path("error");
        return new CloudAnswer(
                status,
                error.path("code").asInt(),
                error.path("error_subcode").asInt(),
                Optional.of(answer.path("messages").path(0).path("id").asText())
                        .filter(id -> !id.isBlank())
                        .orElse(null));
    }

    boolean success() {
        return status / 100 == 2 && code == 0;
    }

    ErrorCodes.Meaning meaning() {
        return ErrorCodes.of(status, code, subcode);
    }

    String errorName() {
        return ErrorCodes.name(status, code);
    }

    @Override
    public String toString() {
        return "HTTP " + status + (code == 0 ? "" : ", code " + code) + (subcode == 0 ? "" : "/" + subcode);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer == null ? JSON.missingNode() : answer;
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
