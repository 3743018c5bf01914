package io.parcours.form;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group of checkboxes or a tag list: a list of options, each at most once. */
record ChoicesInput(Set<String> options) implements Input {

    @Override
    public Object read(Object raw, Map<String, Object> shown) throws Refusal {
        if (raw == null) {
            return List.of();
        }
        if (!(raw instanceof Collection<?> submitted)) {
            throw Refusal.type("choices");
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (Object choice : submitted) {
            if (!chosen.add(ChoiceInput.option(choice, options, "choices"))) {
                throw Refusal.of(FieldError.NOT_AN_OPTION);
            }
        }
        return List.copyOf(chosen);
    }
}
