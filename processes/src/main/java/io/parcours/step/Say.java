package io.parcours.step;

import static io.parcours.model.StepInput.Kind.MESSAGE_CODE;

import io.parcours.conversation.SubscriberDialogue;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import io.parcours.model.StepInput;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the subscriber something on whatever channel the conversation has. */
@Component
class Say implements JourneyStep {

    private final SubscriberDialogue dialogue;

    Say(SubscriberDialogue dialogue) {
        this.dialogue = dialogue;
    }

    @Override
    public Step description() {
        return new Step(
                "say",
                "Dire à l'abonné",
                List.of(StepInput.required("message", "Code du message", MESSAGE_CODE)),
                List.of(),
                List.of(),
                "message",
                true);
    }

    @Override
    public void execute(StepContext step) {
        dialogue.say(step, step.input("message"));
    }
}
