package io.parcours.form;

import java.util.Collection;
import java.util.List;

/** Compares what a read-only field sent back with what it showed. */
final class ShownValue {

    private ShownValue() {}

    /** An empty value repeats anything: browsers leave out what cannot be edited. */
    static boolean isRepeatedBy(Object submitted, Object shown) {
        return isEmpty(submitted) || normal(submitted).equals(normal(shown));
    }

    static boolean isEmpty(Object value) {
        return value == null
                || value.equals(false)
                || value instanceof String text && TextInput.strip(text).isEmpty()
                || value instanceof Collection<?> items && items.isEmpty();
    }

    private static Object normal(Object value) {
        if (value instanceof Number) {
            try {
                return NumberInput.exact(value);
            } catch (Refusal refusal) {
                return value;
            }
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(ShownValue::normal).toList();
        }
        if (value == null) {
            return List.of();
        }
        return value instanceof Boolean
                ? value
                : TextInput.strip(value.toString().replace("\r\n", "\n"));
    }
}
