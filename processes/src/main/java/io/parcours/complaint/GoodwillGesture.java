package io.parcours.complaint;

import java.math.BigDecimal;
import java.time.Instant;

/** A goodwill gesture (geste commercial) that was granted. @param approvedBy null where it was within the ceiling */
public record GoodwillGesture(
        String caseNumber, BigDecimal amount, String grantedBy, String approvedBy, Instant grantedAt) {}
