package io.parcours.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;

/**
 * A variable of a journey: its name and its Java type. The engine keeps scalars or JSON text, never serialized Java.
 *
 * <p>Amounts are kept as doubles, so that a model can compare them; our own tables hold the exact figures.
 */
public final class Variable<T> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Set<Class<?>> SCALARS =
            Set.of(String.class, Boolean.class, Integer.class, Long.class, Double.class);

    private final String name;
    private final Class<T> type;

    private Variable(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    public static <T> Variable<T> of(String name, Class<T> type) {
        return new Variable<>(name, type);
    }

    public String name() {
        return name;
    }

    Object encode(T value) {
        if (value == null || SCALARS.contains(type)) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof BigDecimal amount) {
            return amount.doubleValue();
        }
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        if (value instanceof UUID) {
            return value.toString();
        }
        return json(value);
    }

    T decode(Object value) {
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        if (value instanceof Date date) {
            return type.cast(date.toInstant());
        }
        try {
            boolean isJson =
                    value instanceof String && !type.isEnum() && type != UUID.class && type != BigDecimal.class;
            return isJson ? JSON.readValue((String) value, type) : JSON.convertValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Variable " + name + " does not hold a " + type.getSimpleName(), e);
        }
    }

    private String json(T value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Variable " + name + " cannot be written", e);
        }
    }
}
