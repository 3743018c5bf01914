package io.parcours.journey.unrouted;

import io.parcours.complaint.Complaints;
import io.parcours.conversation.Cases;
import io.parcours.conversation.Conversations;
import io.parcours.conversation.Message;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.engine.Variables;
import io.parcours.model.Step;
import java.util.List;
import org.springframework.stereotype.Component;

/** The agent saw a complaint in the message: it becomes one, on the same conversation. */
@Component
class StartComplaint implements JourneyStep {

    private final Cases cases;
    private final Conversations conversations;

    StartComplaint(Cases cases, Conversations conversations) {
        this.cases = cases;
        this.conversations = conversations;
    }

    @Override
    public Step description() {
        return new Step("startComplaint", "Ouvrir une réclamation", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        String words =
                conversations.opening(step.caseNumber()).map(Message::text).orElse("");
        cases.handOver(
                step.caseNumber(),
                step.get(Cases.CUSTOMER_ID),
                "complaint",
                Variables.with(Complaints.DESCRIPTION, words));
    }
}
