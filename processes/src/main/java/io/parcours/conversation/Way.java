package io.parcours.conversation;

/** As what a message may leave on a channel that takes free text only for a while. */
enum Way {
    FREE_TEXT,
    /** Free text that a person wrote, for which there is more time. */
    LATE_REPLY,
    TEMPLATE
}
