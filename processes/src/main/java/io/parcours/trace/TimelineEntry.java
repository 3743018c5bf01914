package io.parcours.trace;

import java.time.Instant;
import java.util.Map;

/** One line of a customer's timeline; its text key is {@code fact.<kind>}. See {@link Fact} for the fields. */
public record TimelineEntry(
        long id,
        Instant at,
        String kind,
        String caseNumber,
        String activityId,
        String activityName,
        String actor,
        Map<String, Object> detail) {}
