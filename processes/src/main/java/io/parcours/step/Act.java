package io.parcours.step;

import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import io.parcours.operatordata.About;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperatorData;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Has one of the operator's systems do something, once: the job's id is the key. The journey goes on whatever becomes of it:
 * {@code operatorDataState} tells.
 */
@Component
class Act implements JourneyStep {

    private final OperatorData data;
    private final OperatorStep steps;

    Act(OperatorData data, OperatorStep steps) {
        this.data = data;
        this.steps = steps;
    }

    @Override
    public Step description() {
        return new Step(
                "act",
                "Agir dans les systèmes de l'opérateur",
                OperatorStep.INPUTS,
                OperatorStep.outputs("DONE, NOT_AVAILABLE, REFUSED ou UNKNOWN"),
                List.of(),
                "service",
                true);
    }

    @Override
    public void execute(StepContext step) {
        steps.operation(step).ifPresent(operation -> act(step, operation));
    }

    private void act(StepContext step, Operation operation) {
        var act = data.act(
                step.attempt().key(),
                About.ofCase(step.caseNumber()),
                operation.fullName(),
                steps.parameters(step, operation));
        steps.keep(step, operation, act.values());
        step.set(OperatorStep.STATE, act.state());
    }
}
