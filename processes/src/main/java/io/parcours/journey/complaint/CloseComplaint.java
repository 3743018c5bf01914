package io.parcours.journey.complaint;

import static io.parcours.journey.complaint.ComplaintJourney.Outcome.CLOSED_WITHOUT_SOLUTION;

import io.parcours.complaint.ComplaintStatus;
import io.parcours.complaint.Complaints;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.journey.complaint.ComplaintJourney.Outcome;
import io.parcours.model.Step;
import java.util.List;
import org.springframework.stereotype.Component;

/** Closes the complaint and chooses the message that tells the subscriber. */
@Component
class CloseComplaint implements JourneyStep {

    private final Complaints complaints;

    CloseComplaint(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Step description() {
        return new Step("closeComplaint", "Clore le dossier", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        Outcome outcome = step.get(ComplaintJourney.OUTCOME);
        complaints.close(
                step.caseNumber(),
                outcome == CLOSED_WITHOUT_SOLUTION
                        ? ComplaintStatus.CLOSED_WITHOUT_SOLUTION
                        : ComplaintStatus.PROCESSED,
                step.get(ComplaintJourney.RESOLUTION));
        step.set(ComplaintJourney.OUTCOME_MESSAGE, outcome.message());
    }
}
