package io.parcours.conversation;

/**
 * What answer a message wants. A channel without a keyboard for words takes only some of them, and one with keys alone knows
 * by it when the answer is complete.
 */
public enum Expectation {
    /** A statement: nothing is asked. */
    NOTHING,
    /** One of the choices. */
    CHOICE,
    /** Whatever the subscriber says. */
    TEXT,
    /** Digits, such as a customer or account number. */
    NUMBER,
    /** A day. */
    DATE,
    /** Money, in the operator's currency. */
    AMOUNT,
    /** A telephone number. */
    MSISDN;

    /** Whether keys of a telephone can give it: digits, with {@code *} for a decimal point. */
    public boolean byKeys() {
        return this != NOTHING && this != TEXT;
    }
}
