package io.parcours.step;

import static io.parcours.model.StepInput.Kind.DECISION_ID;

import io.parcours.decisions.DecisionEvaluator;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import io.parcours.model.StepInput;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a decision table; each output becomes a variable of its name. */
@Component
class Decide implements JourneyStep {

    private final DecisionEvaluator decisions;

    Decide(DecisionEvaluator decisions) {
        this.decisions = decisions;
    }

    @Override
    public Step description() {
        return new Step(
                "decide",
                "Décider (DMN)",
                List.of(StepInput.required("decision", "Décision", DECISION_ID)),
                List.of(),
                List.of(),
                "decision",
                false);
    }

    @Override
    public void execute(StepContext step) {
        String decision = step.input("decision");
        List<Map<String, Object>> rows = decisions.evaluate(decision, step.variables());
        if (rows.size() != 1) {
            throw new IllegalStateException(
                    "Decision %s must give one answer but gave %d".formatted(decision, rows.size()));
        }
        rows.get(0).forEach(step::set);
    }
}
