package io.parcours.step;

import static io.parcours.model.StepInput.Kind.QUESTION_CODE;

import io.parcours.model.DescribedStep;
import io.parcours.model.Step;
import io.parcours.model.StepInput;
import io.parcours.model.StepOutput;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the subscriber and waits for the answer. A receive task in the model; the engine's ask behaviour runs it. */
@Component
class Ask implements DescribedStep {

    @Override
    public Step description() {
        return new Step(
                Step.ASK,
                "Demander à l'abonné",
                List.of(StepInput.required("question", "Code de la question", QUESTION_CODE)),
                List.of(
                        new StepOutput("answer", "Réponse comprise, sinon le texte reçu"),
                        new StepOutput("answerState", "UNDERSTOOD, AGAIN, EXHAUSTED ou UNREACHABLE")),
                List.of(),
                "question",
                true);
    }
}
