package io.parcours.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.decisions.ComplaintPriority.Case;
import io.parcours.decisions.ComplaintPriority.Handling;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComplaintPriorityTest {

    private static final String NONE = null;

    /** Type, segment, recurrence, amount, reopened; then the row that answers, priority, queue, hours. */
    static Stream<Row> rows() {
        return Stream.of(
                row("TECHNICAL", "GOLD", 2, null, true, "goldReopenedTechnical", 1, "complaint-technical", 2),
                row("TECHNICAL", "BUSINESS", 0, null, true, "businessReopenedTechnical", 1, "complaint-technical", 2),
                row("TECHNICAL", "STANDARD", 2, null, true, "recurrentReopenedTechnical", 1, "complaint-technical", 3),
                row("TECHNICAL", "SILVER", 1, null, true, "reopenedTechnical", 2, "complaint-technical", 6),
                row("TECHNICAL", "GOLD", 2, null, false, "goldRecurrentTechnical", 2, "complaint-technical", 4),
                row("TECHNICAL", "BUSINESS", 5, null, false, "businessRecurrentTechnical", 2, "complaint-technical", 4),
                row("TECHNICAL", "GOLD", 1, null, false, "goldTechnical", 2, "complaint-technical", 8),
                row("TECHNICAL", "BUSINESS", 0, null, false, "businessTechnical", 2, "complaint-technical", 8),
                row("TECHNICAL", "SILVER", 2, null, false, "recurrentTechnical", 2, "complaint-technical", 12),
                row("TECHNICAL", "SILVER", 1, null, false, "silverTechnical", 3, "complaint-technical", 16),
                row("TECHNICAL", "STANDARD", 0, "90000", false, "technical", 3, "complaint-technical", 24),
                row("FINANCIAL", "GOLD", 2, "90000", true, "goldReopenedFinancial", 1, "complaint-billing", 4),
                row("FINANCIAL", "BUSINESS", 0, "500", true, "businessReopenedFinancial", 1, "complaint-billing", 4),
                row("FINANCIAL", NONE, 3, "90000", true, "recurrentReopenedFinancial", 1, "complaint-billing", 6),
                row("FINANCIAL", "SILVER", 0, "50000", true, "largeAmountReopenedFinancial", 1, "complaint-billing", 8),
                row("FINANCIAL", "STANDARD", 1, "49999", true, "reopenedFinancial", 2, "complaint-billing", 12),
                row("FINANCIAL", "GOLD", 2, null, false, "goldRecurrentFinancial", 2, "complaint-billing", 8),
                row("FINANCIAL", "BUSINESS", 2, "1", false, "businessRecurrentFinancial", 2, "complaint-billing", 8),
                row("FINANCIAL", "GOLD", 0, "90000", false, "goldFinancial", 2, "complaint-billing", 16),
                row("FINANCIAL", "BUSINESS", 0, null, false, "businessFinancial", 2, "complaint-billing", 16),
                row("FINANCIAL", "STANDARD", 2, "90000", false, "recurrentFinancial", 2, "complaint-billing", 24),
                row("FINANCIAL", "SILVER", 0, "50000.5", false, "largeAmountFinancial", 2, "complaint-billing", 30),
                row("FINANCIAL", "SILVER", 1, "49999.5", false, "silverFinancial", 3, "complaint-billing", 36),
                row("FINANCIAL", "STANDARD", 0, null, false, "financial", 3, "complaint-billing", 48),
                row("RELATIONAL", "GOLD", 0, null, true, "goldReopenedRelational", 1, "complaint-relational", 8),
                row(
                        "RELATIONAL",
                        "BUSINESS",
                        4,
                        null,
                        true,
                        "businessReopenedRelational",
                        1,
                        "complaint-relational",
                        8),
                row(
                        "RELATIONAL",
                        "SILVER",
                        2,
                        null,
                        true,
                        "recurrentReopenedRelational",
                        1,
                        "complaint-relational",
                        12),
                row("RELATIONAL", NONE, 0, null, true, "reopenedRelational", 2, "complaint-relational", 24),
                row("RELATIONAL", "GOLD", 3, null, false, "goldRecurrentRelational", 2, "complaint-relational", 16),
                row(
                        "RELATIONAL",
                        "BUSINESS",
                        2,
                        null,
                        false,
                        "businessRecurrentRelational",
                        2,
                        "complaint-relational",
                        16),
                row("RELATIONAL", "GOLD", 1, null, false, "goldRelational", 3, "complaint-relational", 36),
                row("RELATIONAL", "BUSINESS", 0, null, false, "businessRelational", 3, "complaint-relational", 36),
                row("RELATIONAL", NONE, 2, null, false, "recurrentRelational", 3, "complaint-relational", 48),
                row("RELATIONAL", "SILVER", 0, null, false, "silverRelational", 4, "complaint-relational", 60),
                row("RELATIONAL", NONE, 0, "90000", false, "relational", 4, "complaint-relational", 72));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aComplaintIsHandledAsItsRowSays(Row row) {
        var decisions = new ObservedDecisions();

        assertThat(new ComplaintPriority(decisions).decide(row.complaint())).isEqualTo(row.handling());
        assertThat(decisions.lastRule()).isEqualTo(row.rule());
    }

    @Test
    void everyRowOfTheTableIsReached() {
        Set<String> reached = new HashSet<>(rows().map(Row::rule).toList());

        assertThat(ObservedDecisions.ruleIds(ComplaintPriority.DECISION))
                .isNotEmpty()
                .allMatch(reached::contains);
    }

    @Test
    void noCombinationIsWithoutAnAnswer() {
        var priority = new ComplaintPriority(new ClasspathDecisions());

        assertThat(combinations()).hasSize(600).allSatisfy(complaint -> {
            Handling handling = priority.decide(complaint);
            assertThat(handling.priority()).isBetween(1, 5);
            assertThat(handling.queue()).isEqualTo(queueOf(complaint.type()));
            assertThat(handling.deadlineHours()).isBetween(1, 72);
        });
    }

    @Test
    void reopeningRaisesThePriorityAndShortensTheDeadlineOfEveryComplaint() {
        var priority = new ComplaintPriority(new ClasspathDecisions());

        assertThat(combinations()).filteredOn(c -> !c.reopened()).hasSize(300).allSatisfy(first -> {
            Handling before = priority.decide(first);
            Handling after =
                    priority.decide(new Case(first.type(), first.segment(), first.recurrence(), first.amount(), true));
            assertThat(after.priority()).isLessThan(before.priority());
            assertThat(after.deadlineHours()).isLessThan(before.deadlineHours());
        });
    }

    @Test
    void aCustomerWhoComesBackWithTheSameMotiveNeverWaitsLonger() {
        var priority = new ComplaintPriority(new ClasspathDecisions());

        assertThat(combinations())
                .filteredOn(c -> c.recurrence() == 0)
                .hasSize(150)
                .allSatisfy(once -> {
                    Handling first = priority.decide(once);
                    Handling third =
                            priority.decide(new Case(once.type(), once.segment(), 2, once.amount(), once.reopened()));
                    assertThat(third.priority()).isLessThanOrEqualTo(first.priority());
                    assertThat(third.deadlineHours()).isLessThanOrEqualTo(first.deadlineHours());
                });
    }

    @Test
    void anUnknownTypeIsRefusedInsteadOfGuessed() {
        var priority = new ComplaintPriority(new ClasspathDecisions());

        assertThatThrownBy(() -> priority.decide(new Case("POETIC", "GOLD", 0, null, false)))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("complaint-priority")
                .hasMessageContaining("0 rows");
    }

    @Test
    void anIncompleteVersionOfTheDecisionIsNamedWithWhatItLacks() {
        var incomplete =
                new ComplaintPriority((id, inputs) -> List.of(Map.of("priority", 2L, "queue", "complaint-billing")));

        assertThatThrownBy(() -> incomplete.decide(new Case("FINANCIAL", null, 0, null, false)))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("deadlineHours");
    }

    private static Stream<Case> combinations() {
        return Stream.of("TECHNICAL", "FINANCIAL", "RELATIONAL")
                .flatMap(type -> Stream.of("GOLD", "SILVER", "STANDARD", "BUSINESS", null)
                        .flatMap(segment -> Stream.of(0, 1, 2, 7)
                                .flatMap(recurrence -> amounts().stream().flatMap(amount -> Stream.of(true, false)
                                        .map(reopened -> new Case(type, segment, recurrence, amount, reopened))))));
    }

    private static List<BigDecimal> amounts() {
        return Arrays.asList(
                null,
                BigDecimal.ZERO,
                new BigDecimal("49999.99"),
                new BigDecimal("50000"),
                new BigDecimal("12345678901"));
    }

    private static String queueOf(String type) {
        return switch (type) {
            case "TECHNICAL" -> "complaint-technical";
            case "FINANCIAL" -> "complaint-billing";
            default -> "complaint-relational";
        };
    }

    private static Row row(
            String type,
            String segment,
            int recurrence,
            String amount,
            boolean reopened,
            String rule,
            int priority,
            String queue,
            int hours) {
        BigDecimal disputed = amount == null ? null : new BigDecimal(amount);
        return new Row(
                new Case(type, segment, recurrence, disputed, reopened), rule, new Handling(priority, queue, hours));
    }

    record Row(Case complaint, String rule, Handling handling) {}
}
