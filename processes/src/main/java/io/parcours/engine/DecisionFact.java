package io.parcours.engine;

import io.parcours.decisions.RuleLabels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionOutputInstanceEntity;

/** What a decision said and by which rule, as scalars for the fact's detail. */
class DecisionFact {

    private final HistoricDecisionEvaluationEvent event;

    DecisionFact(HistoricDecisionEvaluationEvent event) {
        this.event = event;
    }

    /** One detail for the decision asked for; what it requires is part of the same answer. */
    List<Map<String, Object>> details() {
        return Stream.of(event.getRootHistoricDecisionInstance())
                .map(DecisionFact::detail)
                .toList();
    }

    private static Map<String, Object> detail(HistoricDecisionInstanceEntity decision) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("decision", decision.getDecisionDefinitionKey());
        detail.put("decisionName", decision.getDecisionDefinitionName());
        for (HistoricDecisionOutputInstance output : decision.getOutputs()) {
            detail.putIfAbsent("rule", output.getRuleId());
            label(decision, output.getRuleId()).ifPresent(label -> detail.putIfAbsent("label", label));
            detail.put("out." + output.getVariableName(), value(output));
        }
        return detail;
    }

    /** Why the rule says so, in the analysts' words; the engine keeps the parsed model in memory. */
    private static Optional<String> label(HistoricDecisionInstanceEntity decision, String ruleId) {
        return RuleLabels.of(
                Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDmnModelInstanceForDecisionDefinition(decision.getDecisionDefinitionId()),
                ruleId);
    }

    private static Object value(HistoricDecisionOutputInstance output) {
        Object value = ((HistoricDecisionOutputInstanceEntity) output).getValue();
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }
}
