package io.parcours.model;

import java.util.Optional;

/** What an attribute or a text may say. */
@FunctionalInterface
interface ValueCheck {

    Optional<Problem> problem(String value);
}
