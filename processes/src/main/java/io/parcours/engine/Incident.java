package io.parcours.engine;

import java.time.Instant;

/** A step that failed too often and now waits for a person. */
public record Incident(String id, String caseNumber, String journey, String activityId, String reason, Instant since) {}
