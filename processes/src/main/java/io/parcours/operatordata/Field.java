package io.parcours.operatordata;

/** What an operation tells. */
public record Field(String name, ValueType type, Label label) {}
