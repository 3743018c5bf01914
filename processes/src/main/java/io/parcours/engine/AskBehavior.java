package io.parcours.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.slf4j.MDC;

/**
 * A receive task that first asks: it sends the question, takes an answer that is already there, and else waits for one. The
 * engine creates the message subscription before this runs, in the same transaction.
 */
class AskBehavior extends ReceiveTaskActivityBehavior {

    private final Dialogue dialogue;

    AskBehavior(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    @Override
    public void performExecution(ActivityExecution execution) throws Exception {
        StepContext step = new StepContext(execution);
        boolean answered;
        try (var ignored = MDC.putCloseable("case", step.caseNumber())) {
            dialogue.ask(step);
            answered = dialogue.takeAnswer(step);
        }
        if (answered) {
            leave(execution);
        }
    }

    @Override
    public void signal(ActivityExecution execution, String signalName, Object data) throws Exception {
        if (dialogue.takeAnswer(new StepContext(execution))) {
            leave(execution);
        }
    }
}
