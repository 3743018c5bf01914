package io.parcours.form;

/**
 * One field of a form.
 *
 * @param required when it must be filled, provided that it is shown
 * @param readOnly whether it only shows a fact
 * @param hide when it is not shown
 */
record Field(String key, Condition required, boolean readOnly, Condition hide, Input input) {}
