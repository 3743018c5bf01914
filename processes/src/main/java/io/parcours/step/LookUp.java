package io.parcours.step;

import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import io.parcours.operatordata.About;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.OperatorData;
import io.parcours.operatordata.OperatorDataState;
import io.parcours.operatordata.Scalars;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Looks something up in one of the operator's systems. The journey goes on whatever becomes of it: {@code operatorDataState}
 * tells. In a transaction of its own, so that a slow system delays no answer to a webhook.
 */
@Component
class LookUp implements JourneyStep {

    private final OperatorData data;
    private final OperatorStep steps;

    LookUp(OperatorData data, OperatorStep steps) {
        this.data = data;
        this.steps = steps;
    }

    @Override
    public Step description() {
        return new Step(
                "lookUp",
                "Consulter les systèmes de l'opérateur",
                OperatorStep.INPUTS,
                OperatorStep.outputs("AVAILABLE, NOT_FOUND, NOT_AVAILABLE ou REFUSED"),
                List.of(),
                "search",
                true);
    }

    @Override
    public void execute(StepContext step) {
        steps.operation(step).ifPresent(operation -> lookUp(step, operation));
    }

    private void lookUp(StepContext step, Operation operation) {
        Map<String, Object> first = Map.of();
        OperatorDataState state;
        int rows = 0;
        try {
            OperatorAnswer answer = data.lookUp(
                    About.ofCase(step.caseNumber()), operation.fullName(), steps.parameters(step, operation));
            rows = answer.rows().size();
            first = answer.first().map(Scalars::of).orElse(Map.of());
            state = rows == 0 ? OperatorDataState.NOT_FOUND : OperatorDataState.AVAILABLE;
        } catch (NotAvailable away) {
            state = OperatorDataState.NOT_AVAILABLE;
        } catch (OperationRefused refused) {
            state = OperatorDataState.REFUSED;
        }
        steps.keep(step, operation, first);
        if (operation.list()) {
            step.set(operation.name() + "Count", rows);
        }
        step.set(OperatorStep.STATE, state);
    }
}
