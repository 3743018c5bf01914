package io.parcours.operatordata;

/** What a value means, hence how it is read, checked, handed over and shown. */
public enum ValueType {
    /** A telephone number in E.164 with its plus sign. */
    MSISDN,
    TEXT,
    /** A whole number. */
    NUMBER,
    /** A day, {@code 2026-11-28}. */
    DATE,
    /** A moment, in UTC. */
    MOMENT,
    /** In the operator's currency, exact. */
    AMOUNT,
    /** An id of the operator's: letters, digits, {@code . _ : / -}. */
    ID,
    /** Yes or no. */
    FLAG
}
