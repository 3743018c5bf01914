package io.parcours.complaint;

import java.time.Instant;

/** A past complaint that resembles. @param excerpt its words around what matches, the matches between « and » */
public record SimilarComplaint(
        String caseNumber,
        String description,
        String resolution,
        ComplaintStatus status,
        Instant openedAt,
        String excerpt) {}
