package io.parcours.model;

import java.util.List;
import java.util.Optional;

/**
 * The one description of a step, from which the validator, the editor's element template and the documentation are fed.
 *
 * @param id the bean's name, by which a model calls it: {@code ${id}}
 * @param errors the error codes that a model may catch at the step
 * @param icon a {@code data:image/…} address for the editor, or else the name of an icon
 * @param sends whether something leaves the house, so that the step must begin a transaction of its own
 */
public record Step(
        String id,
        String name,
        List<StepInput> inputs,
        List<StepOutput> outputs,
        List<String> errors,
        String icon,
        boolean sends)
        implements DescribedStep {

    /** The step that waits for an answer: models draw it as a receive task, not as a service task. */
    public static final String ASK = "ask";

    public Step {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        errors = List.copyOf(errors);
    }

    @Override
    public Step description() {
        return this;
    }

    public boolean waits() {
        return ASK.equals(id);
    }

    /** How a model calls it. */
    public String expression() {
        return "${" + id + "}";
    }

    Optional<StepInput> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }
}
