package io.parcours.journey.complaint;

import io.parcours.complaint.Gestures;
import io.parcours.engine.CurrentUser;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.journey.complaint.ComplaintJourney.Outcome;
import io.parcours.model.Step;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the rules how much may be granted now; asked again after the choice, since another case may have used it up. */
@Component
class RecommendGesture implements JourneyStep {

    private final Gestures gestures;
    private final CurrentUser user;

    RecommendGesture(Gestures gestures, CurrentUser user) {
        this.gestures = gestures;
        this.user = user;
    }

    @Override
    public Step description() {
        return new Step(
                "recommendGesture", "Calculer le geste possible", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        if (step.get(ComplaintJourney.OUTCOME) == Outcome.ASK) {
            // The question has had its time: the form that opens now begins afresh.
            step.set(ComplaintJourney.OUTCOME, null);
            step.set(ComplaintJourney.PRECISION, null);
        }
        step.set(
                ComplaintJourney.GESTURE_CEILING,
                gestures.ceiling(step.caseNumber()).amount());
        step.set(ComplaintJourney.REQUESTED_AMOUNT, step.get(ComplaintJourney.GESTURE_AMOUNT));
        step.set(ComplaintJourney.REQUESTED_BY, user.name());
    }
}
