package io.parcours.form;

import java.util.Map;
import java.util.Set;

/** A select or a group of radio buttons. */
record ChoiceInput(Set<String> options) implements Input {

    @Override
    public Object read(Object raw, Map<String, Object> shown) throws Refusal {
        if (raw == null || "".equals(raw)) {
            return null;
        }
        return option(raw, options, "choice");
    }

    @Override
    public boolean comparableWith(Object literal) {
        return literal == null || options.contains(literal);
    }

    static String option(Object raw, Set<String> options, String expected) throws Refusal {
        if (!(raw instanceof String choice)) {
            throw Refusal.type(expected);
        }
        if (!options.contains(choice)) {
            throw Refusal.of(FieldError.NOT_AN_OPTION);
        }
        return choice;
    }
}
