package io.parcours.telephony;

/** Who answered, as far as the exchange can tell. */
public enum Answerer {
    HUMAN,
    MACHINE,
    /** It listened and could not tell. */
    UNSURE,
    /** It was not asked to listen. */
    UNASKED
}
