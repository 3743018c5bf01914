package io.parcours.connector.simulator;

/** How the simulated operator's web services misbehave. */
public enum OperatorFault {
    NONE,
    /** Answers after thirty seconds. */
    SLOW,
    /** Answers 500. */
    DOWN,
    /** Answers with the first half of what it would say. */
    MALFORMED
}
