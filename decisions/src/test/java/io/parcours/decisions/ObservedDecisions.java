package io.parcours.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Evaluates the delivered decisions and remembers which row answered last. */
final class ObservedDecisions implements DecisionEvaluator {

    private final DmnEngine engine;
    private List<String> lastRules = List.of();

    ObservedDecisions() {
        var configuration = DmnConfiguration.create();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(event -> lastRules =
                event.getMatchingRules().stream().map(rule -> rule.getId()).toList()));
        engine = configuration.buildEngine();
    }

    @Override
    public List<Map<String, Object>> evaluate(String decisionId, Map<String, Object> inputs) {
        var decision = engine.parseDecision(decisionId, model(decisionId));
        return engine.evaluateDecision(decision, Variables.fromMap(inputs)).getResultList();
    }

    /** The rule that answered last; fails when it was not exactly one. */
    String lastRule() {
        if (lastRules.size() != 1) {
            throw new AssertionError("not one row but " + lastRules);
        }
        return lastRules.get(0);
    }

    static List<String> ruleIds(String decisionId) {
        return model(decisionId).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .toList();
    }

    static DmnModelInstance model(String decisionId) {
        try (InputStream file = ObservedDecisions.class.getResourceAsStream("/dmn/" + decisionId + ".dmn")) {
            return Dmn.readModelFromStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
