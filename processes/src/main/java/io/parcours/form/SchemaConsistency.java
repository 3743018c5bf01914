package io.parcours.form;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must hold between the fields of a form. */
final class SchemaConsistency {

    private final Map<String, Field> fields;
    private final Set<String> keyless;
    private final Problems problems;

    SchemaConsistency(Map<String, Field> fields, Set<String> keyless, Problems problems) {
        this.fields = fields;
        this.keyless = keyless;
        this.problems = problems;
    }

    void check() {
        for (Field field : fields.values()) {
            if (keyless.contains(field.key())) {
                problems.add(
                        field.key(), "id", "another component's id is this field's key: their texts would be mixed up");
            }
            field.hide().comparisons().forEach(comparison -> compare(field, comparison));
            field.required().comparisons().forEach(comparison -> compare(field, comparison));
            if (depth(field, 0) > 2) {
                problems.add(field.key(), "condition", "conditions depend on each other in a chain that is too long");
            }
            if (field.input() instanceof NumberInput number) {
                bound(field, number.min());
                bound(field, number.max());
            }
        }
    }

    private void compare(Field field, Condition.Comparison comparison) {
        Field other = fields.get(comparison.field());
        if (other == null) {
            problems.add(field.key(), "condition", "\"" + comparison.field() + "\" is not a field of this form");
        } else if (!other.input().comparableWith(comparison.literal())) {
            problems.add(
                    field.key(),
                    "condition",
                    "\"" + comparison.field() + "\" cannot be compared with " + comparison.literal());
        }
    }

    /**
     * How many conditions lie behind one another. The browser sees a hidden field as empty only where the condition that
     * hides it depends on visible ones, so at most two agree with us. A circle ends here too.
     */
    private int depth(Field field, int above) {
        if (above > 2) {
            return above;
        }
        return field.hide()
                .comparisons()
                .map(comparison -> fields.get(comparison.field()))
                .filter(Objects::nonNull)
                .mapToInt(other -> depth(other, above + 1))
                .max()
                .orElse(above);
    }

    private void bound(Field field, NumberInput.Bound bound) {
        if (bound == null || bound.field() == null) {
            return;
        }
        Field other = fields.get(bound.field());
        if (other == null || !other.readOnly() || !(other.input() instanceof NumberInput)) {
            problems.add(field.key(), "limit", "\"" + bound.field() + "\" is not a number that the form only shows");
        }
    }
}
