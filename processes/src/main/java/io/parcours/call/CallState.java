package io.parcours.call;

/** How far a call of an agent has come. */
public enum CallState {
    /** The agent's own telephone rings. */
    AGENT_RINGS,
    /** The agent is there, the customer is being called. */
    DIALLED,
    /** It rings at the customer's. */
    RINGING,
    /** The two speak, or the agent consults somebody while the customer waits. */
    TALKING
}
