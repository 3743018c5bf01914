package io.parcours.form;

import java.util.Map;

/** Why an input does not take a value. */
final class Refusal extends Exception {

    private final String code;
    private final transient Map<String, Object> arguments;

    Refusal(String code, Map<String, Object> arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    static Refusal type(String expected) {
        return new Refusal(FieldError.TYPE, Map.of("expected", expected));
    }

    static Refusal of(String code) {
        return new Refusal(code, Map.of());
    }

    FieldError at(String field) {
        return new FieldError(field, code, arguments);
    }
}
