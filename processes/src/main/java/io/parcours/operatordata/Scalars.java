package io.parcours.operatordata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as a journey keeps them: a day as text in ISO 8601, a moment as the engine's date. */
public final class Scalars {

    private Scalars() {}

    public static Map<String, Object> of(Map<String, Object> values) {
        Map<String, Object> scalars = new LinkedHashMap<>();
        values.forEach((name, value) -> scalars.put(name, scalar(value)));
        return scalars;
    }

    /** As they were before they were kept as JSON, which has numbers for moments. */
    static Map<String, Object> kept(Operation operation, Map<String, Object> values) {
        Map<String, Object> scalars = new LinkedHashMap<>(values);
        operation.fields().stream()
                .filter(field -> field.type() == ValueType.MOMENT)
                .forEach(field -> scalars.computeIfPresent(
                        field.name(), (name, value) -> value instanceof Number at ? new Date(at.longValue()) : value));
        return scalars;
    }

    private static Object scalar(Object value) {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        return value instanceof Instant moment ? Date.from(moment) : value;
    }
}
