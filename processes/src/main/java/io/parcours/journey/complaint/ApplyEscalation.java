package io.parcours.journey.complaint;

import io.parcours.engine.JourneyStep;
import io.parcours.engine.OpenTasks;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what the supervisor decided on a missed deadline; the decision itself is on the timeline. */
@Component
class ApplyEscalation implements JourneyStep {

    private static final int HIGHEST = 1;

    private final OpenTasks tasks;

    ApplyEscalation(OpenTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Step description() {
        return new Step("applyEscalation", "Appliquer la décision", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        if ("EXPEDITE".equals(step.get(ComplaintJourney.ESCALATION_ACTION))) {
            step.set(ComplaintJourney.PRIORITY, HIGHEST);
            tasks.prioritise(step.caseNumber(), HIGHEST);
        }
    }
}
