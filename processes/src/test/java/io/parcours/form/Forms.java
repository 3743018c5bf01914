package io.parcours.form;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the tests of forms say. */
final class Forms {

    private Forms() {}

    static String source(String file) {
        try (InputStream stream = Forms.class.getResourceAsStream("/forms/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FormSchema form(String id) {
        return FormSchema.parse(source(id + ".form"));
    }

    static String json(String... components) {
        return """
                {"id": "test", "type": "default", "schemaVersion": 19, "components": [%s]}""".formatted(String.join(",", components));
    }

    static FormSchema formOf(String... components) {
        return FormSchema.parse(json(components));
    }

    /** A component whose id is its key. */
    static String field(String type, String key, String attributes) {
        return """
                {"type": "%s", "id": "%s", "key": "%s"%s}""".formatted(type, key, key, attributes.isEmpty() ? "" : ", " + attributes);
    }

    static String text(String key) {
        return field("textarea", key, "\"validate\": {\"maxLength\": 100}");
    }

    static String choice(String key, String... options) {
        String values = List.of(options).stream()
                .map(option -> "{\"label\": \"%s\", \"value\": \"%s\"}".formatted(option, option))
                .collect(Collectors.joining(","));
        return field("radio", key, "\"values\": [" + values + "]");
    }

    /** A map that may hold null, unlike {@code Map.of}. */
    static Map<String, Object> with(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The refusals of a submission as {@code field code}; empty where it is accepted. */
    static List<String> refusals(FormSchema form, Map<String, Object> submission) {
        return refusals(form, submission, Map.of());
    }

    static List<String> refusals(FormSchema form, Map<String, Object> submission, Map<String, Object> shown) {
        return errors(form, submission, shown).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    static List<FieldError> errors(FormSchema form, Map<String, Object> submission, Map<String, Object> shown) {
        InvalidSubmission refused = catchThrowableOfType(InvalidSubmission.class, () -> form.check(submission, shown));
        return refused == null ? List.of() : refused.errors();
    }

    /** The broken rules of a form as {@code element rule}. */
    static List<String> problems(String json) {
        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> FormSchema.parse(json));
        return refused == null
                ? List.of()
                : refused.problems().stream()
                        .map(problem -> problem.element() + " " + problem.rule())
                        .toList();
    }
}
