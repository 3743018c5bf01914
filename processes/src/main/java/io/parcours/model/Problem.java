package io.parcours.model;

import java.util.Optional;

/** What is wrong with one value, before it is known which element it belongs to. */
record Problem(Rule rule, String text) {

    static Optional<Problem> of(Rule rule, String text) {
        return Optional.of(new Problem(rule, text));
    }

    static Optional<Problem> none() {
        return Optional.empty();
    }
}
