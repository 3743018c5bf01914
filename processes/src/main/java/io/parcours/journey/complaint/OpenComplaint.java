package io.parcours.journey.complaint;

import io.parcours.complaint.Complaints;
import io.parcours.conversation.Cases;
import io.parcours.conversation.Conversations;
import io.parcours.conversation.Message;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.springframework.stereotype.Component;

/** Writes the complaint down as the subscriber or the agent put it. */
@Component
class OpenComplaint implements JourneyStep {

    /** The engine keeps texts of up to 4,000 characters; the complaint has the whole one. */
    private static final int LONGEST_VARIABLE = 2_000;

    private final Complaints complaints;
    private final Conversations conversations;

    OpenComplaint(Complaints complaints, Conversations conversations) {
        this.complaints = complaints;
        this.conversations = conversations;
    }

    @Override
    public Step description() {
        return new Step("openComplaint", "Ouvrir le dossier", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        String description = step.get(Complaints.DESCRIPTION);
        if (description == null) {
            description =
                    conversations.opening(step.caseNumber()).map(Message::text).orElse("");
        }
        step.set(Complaints.DESCRIPTION, StringUtils.left(description, LONGEST_VARIABLE));
        complaints.open(step.caseNumber(), step.get(Cases.CUSTOMER_ID), description, step.get(Complaints.AMOUNT));
        // Conditions may name them before anything is known.
        step.set(Complaints.MOTIVE, step.get(Complaints.MOTIVE));
        step.set(ComplaintJourney.REOPENED, false);
    }
}
