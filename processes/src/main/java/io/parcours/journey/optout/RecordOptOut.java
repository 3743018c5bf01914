package io.parcours.journey.optout;

import io.parcours.conversation.Cases;
import io.parcours.conversation.Conversations;
import io.parcours.conversation.Message;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import io.parcours.permission.Consents;
import io.parcours.permission.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** The subscriber wants no more advertising on the channel on which they said so. */
@Component
class RecordOptOut implements JourneyStep {

    private final Consents consents;
    private final Conversations conversations;

    RecordOptOut(Consents consents, Conversations conversations) {
        this.consents = consents;
        this.conversations = conversations;
    }

    @Override
    public Step description() {
        return new Step("recordOptOut", "Noter le refus", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        String channel =
                conversations.opening(step.caseNumber()).map(Message::channel).orElse(Purpose.ANYWHERE);
        consents.say(step.get(Cases.CUSTOMER_ID), channel, Purpose.MARKETING, false, step.caseNumber(), null);
    }
}
