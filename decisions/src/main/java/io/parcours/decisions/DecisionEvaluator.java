package io.parcours.decisions;

import java.util.List;
import java.util.Map;

/** Evaluates a decision by its id: one map of outputs for each row that its hit policy lets through, in order. */
@FunctionalInterface
public interface DecisionEvaluator {

    /** Inputs are scalars (text, number, truth value, date) or null, by the names that the decision reads. */
    List<Map<String, Object>> evaluate(String decisionId, Map<String, Object> inputs);
}
