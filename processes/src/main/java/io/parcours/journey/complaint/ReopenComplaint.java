package io.parcours.journey.complaint;

import io.parcours.complaint.Complaints;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import java.util.List;
import org.springframework.stereotype.Component;

/** The subscriber says that it is not solved: once more, with raised priority. */
@Component
class ReopenComplaint implements JourneyStep {

    private final Complaints complaints;

    ReopenComplaint(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Step description() {
        return new Step("reopenComplaint", "Rouvrir le dossier", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        complaints.reopen(step.caseNumber());
        step.set(ComplaintJourney.REOPENED, true);
    }
}
