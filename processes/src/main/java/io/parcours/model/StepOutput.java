package io.parcours.model;

/** A variable that a step leaves behind. */
public record StepOutput(String name, String label) {}
