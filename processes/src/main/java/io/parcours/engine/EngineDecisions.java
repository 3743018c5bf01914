package io.parcours.engine;

import io.parcours.decisions.DecisionEvaluator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;

/** Evaluates the deployed version of a decision, the operator's own where there is one. */
@Component
class EngineDecisions implements DecisionEvaluator {

    private final ProcessEngine engine;
    private final EngineAccess access;
    private final Definitions definitions;

    EngineDecisions(ProcessEngine engine, EngineAccess access, Definitions definitions) {
        this.engine = engine;
        this.access = access;
        this.definitions = definitions;
    }

    @Override
    public List<Map<String, Object>> evaluate(String decisionId, Map<String, Object> inputs) {
        return access.call(() -> engine.getDecisionService()
                .evaluateDecisionById(definitions.decision(decisionId).getId())
                .variables(inputs)
                .evaluate()
                .getResultList());
    }
}
