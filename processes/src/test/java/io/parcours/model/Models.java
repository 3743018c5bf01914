package io.parcours.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The steps that the example models use, and the models. */
final class Models {

    static final Step SAY = new Step(
            "say",
            "Dire",
            List.of(
                    StepInput.required("message", "Message", StepInput.Kind.MESSAGE_CODE),
                    StepInput.optional("params", "Paramètres", StepInput.Kind.VARIABLE_NAMES),
                    StepInput.optional("delay", "Délai", StepInput.Kind.DURATION),
                    StepInput.optional("attempts", "Essais", StepInput.Kind.NUMBER),
                    StepInput.optional("note", "Note", StepInput.Kind.TEXT)),
            List.of(),
            List.of("customerUnreachable"),
            "data:image/svg+xml,%3Csvg/%3E",
            true);
    static final Step ASK = new Step(
            "ask",
            "Demander",
            List.of(
                    StepInput.required("question", "Question", StepInput.Kind.QUESTION_CODE),
                    StepInput.optional("params", "Paramètres", StepInput.Kind.VARIABLE_NAMES)),
            List.of(new StepOutput("answer", "La réponse | l'option choisie")),
            List.of(),
            "question",
            true);
    static final Step DECIDE = new Step(
            "decide",
            "Décider",
            List.of(
                    StepInput.required("decision", "Décision", StepInput.Kind.DECISION_ID),
                    StepInput.optional("into", "Résultat", StepInput.Kind.VARIABLE_NAME)),
            List.of(),
            List.of(),
            "table",
            false);

    static final StepCatalogue CATALOGUE = new StepCatalogue(List.of(SAY, ASK, DECIDE));
    static final ModelValidator VALIDATOR = new ModelValidator(CATALOGUE);

    private Models() {}

    static byte[] refused(String file) {
        return read("/models-refused/" + file);
    }

    static byte[] allowed(String file) {
        return read("/models-allowed/" + file);
    }

    private static byte[] read(String resource) {
        try (InputStream stream = Models.class.getResourceAsStream(resource)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
