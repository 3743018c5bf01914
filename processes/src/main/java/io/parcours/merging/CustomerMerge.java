package io.parcours.merging;

import java.time.Instant;
import java.util.UUID;

/**
 * Two records that were found to be of one person.
 *
 * @param absorbed the record that was left
 * @param absorbedName as it was called; its first address where it had no name
 * @param by who merged them
 */
public record CustomerMerge(UUID id, UUID absorbed, String absorbedName, String by, Instant at) {}
