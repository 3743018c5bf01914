package io.parcours.model;

/** Something that a model may use as a step; a step's own bean implements it, so that its description stays beside its code. */
public interface DescribedStep {

    Step description();
}
