package io.parcours.decisions;

import java.util.List;
import java.util.Map;

/** The one row that a decision gave. A tenant's own version may be incomplete: what is missing is said by name. */
record DecisionRow(String decisionId, Map<String, Object> outputs) {

    static DecisionRow single(DecisionEvaluator decisions, String decisionId, Map<String, Object> inputs) {
        List<Map<String, Object>> rows = decisions.evaluate(decisionId, inputs);
        if (rows.size() != 1) {
            throw new DecisionFailed(decisionId, "gave " + rows.size() + " rows instead of one for " + inputs);
        }
        return new DecisionRow(decisionId, rows.get(0));
    }

    String text(String output) {
        if (outputs.get(output) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new DecisionFailed(decisionId, "gave no text for '" + output + "': " + outputs.get(output));
    }

    int positive(String output) {
        if (outputs.get(output) instanceof Number number && number.intValue() > 0) {
            return number.intValue();
        }
        throw new DecisionFailed(decisionId, "gave no positive number for '" + output + "': " + outputs.get(output));
    }
}
