package io.parcours.decisions;

import java.util.Optional;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Why a row of a decision table applied, in the words of its author: what a timeline shows of a decision. */
public final class RuleLabels {

    private RuleLabels() {}

    /**
     * The annotation of the row, which is what the editor shows and an analyst changes; else its label; empty when it
     * has neither or there is no such row.
     */
    public static Optional<String> of(DmnModelInstance model, String ruleId) {
        if (!(model.getModelElementById(ruleId) instanceof Rule rule)) {
            return Optional.empty();
        }
        Optional<String> annotation = Optional.ofNullable(rule.getDescription())
                .map(description -> description.getTextContent().strip())
                .filter(text -> !text.isEmpty());
        return annotation.or(() -> Optional.ofNullable(rule.getLabel()));
    }
}
