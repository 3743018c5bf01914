package io.parcours.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks one submission of a form. */
final class SubmissionCheck {

    private final Map<String, Field> fields;
    private final Map<String, Object> submission;
    private final Map<String, Object> shown;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    private final Map<String, Object> cleaned = new LinkedHashMap<>();

    SubmissionCheck(Map<String, Field> fields, Map<String, Object> submission, Map<String, Object> shown) {
        this.fields = fields;
        this.submission = submission;
        this.shown = shown;
    }

    Map<String, Object> run() {
        SubmissionSize.check(submission);
        submission.keySet().stream()
                .filter(key -> !fields.containsKey(key))
                .forEach(key ->
                        errors.add(new FieldError(SubmissionSize.shortened(key), FieldError.UNKNOWN_FIELD, Map.of())));
        fields.values().forEach(this::read);
        fields.values().forEach(this::settle);
        if (!errors.isEmpty()) {
            throw new InvalidSubmission(errors);
        }
        return Collections.unmodifiableMap(cleaned);
    }

    private void read(Field field) {
        try {
            Object raw = (field.readOnly() ? shown : submission).get(field.key());
            values.put(field.key(), field.input().read(raw, shown));
        } catch (Refusal refusal) {
            refusals.put(field.key(), refusal);
        }
    }

    private void settle(Field field) {
        Object raw = submission.get(field.key());
        if (field.readOnly()) {
            if (!ShownValue.isRepeatedBy(raw, shown.get(field.key()))) {
                refuse(field, FieldError.READ_ONLY);
            }
        } else if (isHidden(field)) {
            if (!ShownValue.isEmpty(raw)) {
                refuse(field, FieldError.HIDDEN);
            }
        } else if (refusals.containsKey(field.key())) {
            errors.add(refusals.get(field.key()).at(field.key()));
        } else {
            accept(field);
        }
    }

    private void accept(Field field) {
        Object value = values.get(field.key());
        if (ShownValue.isEmpty(value) && field.required().holds(this::visible)) {
            refuse(field, FieldError.REQUIRED);
        } else if (submission.containsKey(field.key())) {
            cleaned.put(field.key(), value);
        }
    }

    private void refuse(Field field, String code) {
        errors.add(new FieldError(field.key(), code, Map.of()));
    }

    private boolean isHidden(Field field) {
        return field.hide().holds(this::visible);
    }

    /** The value of a field as a condition sees it: a hidden field has none. */
    private Object visible(String key) {
        return isHidden(fields.get(key)) ? null : values.get(key);
    }
}
