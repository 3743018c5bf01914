package io.parcours.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** JSON read strictly: what can be read in two ways (a name twice, text after the end) is refused. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** @throws IllegalArgumentException where the text is not JSON as described above */
    static JsonNode tree(String json, int maxLength) {
        try {
            return MAPPER.readTree(bounded(json, maxLength));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not readable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, Object> object(String json, int maxLength) {
        try {
            return MAPPER.readValue(bounded(json, maxLength), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not readable as a JSON object", e);
        }
    }

    static Object value(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bounded(String json, int maxLength) {
        if (json.length() > maxLength) {
            throw new IllegalArgumentException("longer than " + maxLength + " characters");
        }
        return json;
    }
}
