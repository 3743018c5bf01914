package io.parcours.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Camunda Form as the server sees it: what was shown in the browser is checked again against it. Immutable, and worth
 * keeping for as long as the form's version is in use.
 */
public final class FormSchema {

    private static final int MAX_SUBMISSION = 200_000;

    private final String id;
    private final Map<String, Field> fields;

    FormSchema(String id, Map<String, Field> fields) {
        this.id = id;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** @throws FormRefused where the form holds anything whose submissions could not be checked */
    public static FormSchema parse(String json) {
        return new SchemaReader().read(json);
    }

    public String id() {
        return id;
    }

    /** The keys of all fields, in the form's order. */
    public Set<String> fieldKeys() {
        return fields.keySet();
    }

    /** The keys of the fields that a person fills, in the form's order. */
    public Set<String> inputKeys() {
        return fields.values().stream()
                .filter(field -> !field.readOnly())
                .map(Field::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The values that a select, radio group, checklist or tag list offers, in the form's order. */
    public Set<String> options(String field) {
        Input input = fields.get(field).input();
        if (input instanceof ChoiceInput choice) {
            return Collections.unmodifiableSet(choice.options());
        }
        return input instanceof ChoicesInput choices ? Collections.unmodifiableSet(choices.options()) : Set.of();
    }

    /** {@link #check(Map, Map)} for a form that showed no values. */
    public Map<String, Object> check(Map<String, Object> submission) {
        return check(submission, Map.of());
    }

    /**
     * The submission, cleaned and typed: {@link String}, {@link Long} (a number without decimals),
     * {@link java.math.BigDecimal}, {@link Boolean}, {@code List<String>} or a {@code java.time} value. A field that was
     * submitted empty is there with null (an empty list, false), one that was not submitted or is hidden is not; read-only
     * fields never are.
     *
     * @param shown the values with which the form was opened; a read-only field may only repeat them
     * @throws InvalidSubmission naming every field that was refused
     */
    public Map<String, Object> check(Map<String, Object> submission, Map<String, Object> shown) {
        return new SubmissionCheck(fields, submission, shown).run();
    }

    /**
     * A submission as the browser sends it, read strictly and with numbers kept exact.
     *
     * @throws InvalidSubmission where it is not one JSON object of a believable size
     */
    public static Map<String, Object> readSubmission(String json) {
        try {
            Map<String, Object> submission = Json.object(json, MAX_SUBMISSION);
            if (submission != null) {
                return submission;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without quoting what was sent.
        }
        throw new InvalidSubmission(List.of(new FieldError("", FieldError.TYPE, Map.of("expected", "object"))));
    }
}
