package io.parcours.complaint;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A complaint.
 *
 * @param motive null until it is known
 * @param amount what is disputed, in the operator's currency; null where unknown
 * @param priority 1 is the highest, 5 the lowest; null until decided
 * @param resolution what the subscriber was told; null while open
 */
public record Complaint(
        String caseNumber,
        UUID customerId,
        Motive motive,
        ComplaintType type,
        String description,
        BigDecimal amount,
        ComplaintStatus status,
        Integer priority,
        String queue,
        Instant dueAt,
        Instant openedAt,
        Instant closedAt,
        boolean reopened,
        String resolution) {}
