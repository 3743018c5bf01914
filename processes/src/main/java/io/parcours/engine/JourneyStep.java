package io.parcours.engine;

import io.parcours.model.DescribedStep;

/** A step that models may use: a bean whose name is the step's id. */
public interface JourneyStep extends DescribedStep {

    /** Runs inside the engine's transaction. An exception makes the engine try again later, then raise an incident. */
    void execute(StepContext step);
}
