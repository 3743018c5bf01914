package io.parcours.model;

/** A text that the small grammars do not know; the message says what stopped the reader. */
final class NotInGrammar extends Exception {

    private static final long serialVersionUID = 1L;

    NotInGrammar(String message) {
        super(message, null, false, false);
    }
}
