package io.parcours.ui.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The fields of a form whose words the subscriber will read: those that have the property {@code toSubscriber}. */
record ReplyFields(Set<String> keys) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ReplyFields of(String schemaJson) {
        try {
            Set<String> keys = new HashSet<>();
            for (JsonNode component : JSON.readTree(schemaJson).path("components")) {
                if (component.path("properties").has("toSubscriber")) {
                    keys.add(component.path("key").asText());
                }
            }
            return new ReplyFields(keys);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("A form that was checked is no JSON", unreadable);
        }
    }

    boolean any() {
        return !keys.isEmpty();
    }

    boolean filled(Map<String, Object> submission) {
        return keys.stream().anyMatch(key -> submission.get(key) instanceof String words && !words.isBlank());
    }
}
