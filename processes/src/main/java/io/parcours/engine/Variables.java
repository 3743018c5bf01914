package io.parcours.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values for a journey's variables; a null value is left out. */
public final class Variables {

    private final Map<String, Object> values = new LinkedHashMap<>();

    public static Variables none() {
        return new Variables();
    }

    public static <T> Variables with(Variable<T> variable, T value) {
        return new Variables().and(variable, value);
    }

    public <T> Variables and(Variable<T> variable, T value) {
        if (value != null) {
            values.put(variable.name(), variable.encode(value));
        }
        return this;
    }

    Map<String, Object> encoded() {
        return Collections.unmodifiableMap(values);
    }
}
