package io.parcours.step;

import io.parcours.conversation.ChannelChange;
import io.parcours.conversation.ChannelState;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.engine.Variable;
import io.parcours.model.Step;
import io.parcours.model.StepInput;
import io.parcours.model.StepInput.Kind;
import io.parcours.model.StepOutput;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goes on with the subscriber by the channel that they have chosen, as somebody on the telephone who wants the answer by WhatsApp. */
@Component
class ChangeChannel implements JourneyStep {

    private static final String INPUT = "channel";
    private static final Variable<ChannelState> STATE = Variable.of("channelState", ChannelState.class);

    private final ChannelChange change;

    ChangeChannel(ChannelChange change) {
        this.change = change;
    }

    @Override
    public Step description() {
        return new Step(
                "changeChannel",
                "Continuer par un autre canal",
                List.of(StepInput.required(INPUT, "Canal, ou variable du canal choisi", Kind.TEXT)),
                List.of(new StepOutput(STATE.name(), "HERE, INVITED ou UNAVAILABLE")),
                List.of(),
                "message",
                true);
    }

    @Override
    public void execute(StepContext step) {
        step.set(STATE, change.to(step, step.input(INPUT)));
    }
}
