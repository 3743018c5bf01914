package io.parcours.form;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a form, gathered so that its author sees everything at once. */
final class Problems {

    private static final int MAX = 50;

    private final List<FormRefused.Problem> found = new ArrayList<>();

    void add(String element, String rule, String detail) {
        if (found.size() < MAX) {
            found.add(new FormRefused.Problem(element, rule, detail));
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new FormRefused(found);
        }
    }
}
