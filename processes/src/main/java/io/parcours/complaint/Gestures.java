package io.parcours.complaint;

import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.decisions.GestureCase;
import io.parcours.decisions.GestureCeiling;
import io.parcours.decisions.GestureRules;
import io.parcours.engine.NotFound;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goodwill gestures: what may be granted, and what was (requirements 2.40 to 2.42). */
@Component
@Transactional(readOnly = true)
public class Gestures {

    private static final Duration YEAR = Duration.ofDays(365);

    private final GestureRepository gestures;
    private final ComplaintRepository complaints;
    private final Customers customers;
    private final GestureRules rules;
    private final Clock clock;

    Gestures(
            GestureRepository gestures,
            ComplaintRepository complaints,
            Customers customers,
            GestureRules rules,
            Clock clock) {
        this.gestures = gestures;
        this.complaints = complaints;
        this.customers = customers;
        this.rules = rules;
        this.clock = clock;
    }

    /** What may be granted for this complaint without asking a supervisor, and why. Its motive must be known. */
    public GestureCeiling ceiling(String caseNumber) {
        Complaint complaint = complaints.find(caseNumber).orElseThrow(() -> new NotFound("Complaint " + caseNumber));
        Customer customer = customers.find(complaint.customerId()).orElseThrow();
        Instant yearAgo = clock.instant().minus(YEAR);
        List<BigDecimal> lately = gestures.of(customer.id()).stream()
                .filter(gesture -> gesture.grantedAt().isAfter(yearAgo))
                .map(GoodwillGesture::amount)
                .toList();
        return rules.ceiling(new GestureCase(
                complaint.type().name(),
                complaints.recurrence(customer.id(), complaint.motive(), caseNumber, yearAgo),
                loyalty(customer.since()),
                customer.payerQuality(),
                lately.size(),
                lately.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                complaint.amount(),
                customer.segment()));
    }

    /** Newest first. */
    public List<GoodwillGesture> of(UUID customerId) {
        return gestures.of(customerId);
    }

    /** Writes down that a gesture was granted. @param approvedBy null where nobody had to approve it */
    @Transactional
    public void grant(String caseNumber, BigDecimal amount, String grantedBy, String approvedBy) {
        Complaint complaint = complaints.find(caseNumber).orElseThrow(() -> new NotFound("Complaint " + caseNumber));
        gestures.grant(caseNumber, complaint.customerId(), amount, grantedBy, approvedBy, clock.instant());
    }

    private int loyalty(LocalDate since) {
        return since == null
                ? 0
                : Period.between(since, LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                        .getYears();
    }
}
