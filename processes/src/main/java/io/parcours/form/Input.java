package io.parcours.form;

import java.util.Map;

/** What one component takes: turns a submitted value into a typed one or refuses it. */
interface Input {

    /**
     * The typed value; null, false or an empty list where the field was left empty.
     *
     * @param shown the values that the form showed, for limits that refer to them
     */
    Object read(Object raw, Map<String, Object> shown) throws Refusal;

    /**
     * Whether browser and server agree on comparing this input with the literal. Where they would not (a text with spaces
     * around it, a number with a string), such a condition is refused instead of being guessed at.
     */
    default boolean comparableWith(Object literal) {
        return false;
    }
}
