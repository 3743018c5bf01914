package io.parcours.work;

import java.util.Set;

/** A queue (corbeille) and the roles that work it; its name is the text {@code queue.<code>}. */
public record Queue(String code, Set<String> roles) {}
