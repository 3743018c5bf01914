package io.parcours.telephony;

/** How a supervisor takes part in a conversation of an agent. */
public enum Supervision {
    /** Hears both, is heard by nobody. */
    LISTEN,
    /** Hears both, is heard by the agent. */
    WHISPER,
    /** Hears both, is heard by both. */
    BARGE
}
