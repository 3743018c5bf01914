package io.parcours.form;

import java.util.Map;

/** A checkbox; required means that it must be ticked. */
record CheckboxInput() implements Input {

    @Override
    public Object read(Object raw, Map<String, Object> shown) throws Refusal {
        if (raw == null) {
            return false;
        }
        if (!(raw instanceof Boolean)) {
            throw Refusal.type("boolean");
        }
        return raw;
    }

    @Override
    public boolean comparableWith(Object literal) {
        return literal instanceof Boolean;
    }
}
