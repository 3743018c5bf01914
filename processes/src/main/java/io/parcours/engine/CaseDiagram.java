package io.parcours.engine;

import java.util.Set;

/**
 * A case's journey as drawn, and where it stands.
 *
 * @param xml the BPMN of the very version that the case runs on
 * @param active ids of the elements where it waits now; empty when it has ended
 * @param walked ids of the elements that it has passed
 */
public record CaseDiagram(String xml, Set<String> active, Set<String> walked, boolean ended) {}
