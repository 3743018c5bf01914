package io.parcours.decisions;

/** A decision that could not be made: unknown, not readable, or with a result that its caller cannot use. */
public final class DecisionFailed extends RuntimeException {

    DecisionFailed(String decisionId, String why) {
        this(decisionId, why, null);
    }

    DecisionFailed(String decisionId, String why, Throwable cause) {
        super("decision '" + decisionId + "' " + why, cause);
    }
}
