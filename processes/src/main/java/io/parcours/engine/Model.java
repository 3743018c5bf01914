package io.parcours.engine;

import java.time.Instant;

/**
 * A deployed version of a model.
 *
 * @param id the engine's id of this version
 * @param kind {@code bpmn}, {@code dmn} or {@code form}
 * @param own whether the operator deployed it for itself; else it is shared by all
 */
public record Model(String id, String kind, String key, String name, int version, Instant deployedAt, boolean own) {}
