package io.parcours.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GestureRulesTest {

    private static final GestureRules RULES = new GestureRules();

    static Stream<Row> rows() {
        return Stream.of(
                row(customer("RELATIONAL"), 2000, "base"),
                row(customer("FINANCIAL"), 3000, "base", "financialLoss"),
                row(customer("TECHNICAL"), 2500, "base", "serviceLoss"),
                row(customer("RELATIONAL").loyal(2), 2000, "base"),
                row(customer("RELATIONAL").loyal(3), 3500, "base", "loyalty"),
                row(customer("RELATIONAL").loyal(9), 3500, "base", "loyalty"),
                row(customer("RELATIONAL").loyal(10), 5000, "base", "longLoyalty"),
                row(customer("RELATIONAL").pays(PayerQuality.GOOD), 4000, "base", "goodPayer"),
                row(customer("RELATIONAL").pays(PayerQuality.POOR), 500, "base", "poorPayer"),
                row(customer("RELATIONAL").pays(null), 2000, "base"),
                row(customer("RELATIONAL").in("GOLD"), 4000, "base", "segmentGold"),
                row(customer("RELATIONAL").in("BUSINESS"), 5000, "base", "segmentBusiness"),
                row(customer("RELATIONAL").in("SILVER"), 3000, "base", "segmentSilver"),
                row(customer("RELATIONAL").in("STANDARD"), 2000, "base"),
                row(customer("RELATIONAL").granted(1, 2000), 1500, "base", "earlierGestures"),
                row(customer("RELATIONAL").granted(2, 5000), 1500, "base", "earlierGestures"),
                row(
                        customer("RELATIONAL").pays(PayerQuality.POOR).granted(2, 5000),
                        0,
                        "base",
                        "poorPayer",
                        "earlierGestures"),
                row(customer("FINANCIAL").disputes("1200"), 1200, "base", "financialLoss", "disputedAmount"),
                row(customer("FINANCIAL").disputes("3000"), 3000, "base", "financialLoss"),
                row(customer("FINANCIAL").disputes("0"), 0, "base", "financialLoss", "disputedAmount"),
                row(
                        customer("FINANCIAL")
                                .disputes("90000")
                                .in("GOLD")
                                .loyal(12)
                                .pays(PayerQuality.GOOD),
                        10000,
                        "base",
                        "financialLoss",
                        "longLoyalty",
                        "goodPayer",
                        "segmentGold"),
                row(customer("RELATIONAL").granted(2, 29000), 1000, "base", "earlierGestures", "yearlyLimit"),
                row(customer("RELATIONAL").granted(1, 40000), 0, "base", "earlierGestures", "yearlyLimit"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theCeilingIsWhatTheReasonsAddUpTo(Row row) {
        GestureCeiling ceiling = RULES.ceiling(row.complaint());

        assertThat(ceiling.amount()).isEqualByComparingTo(row.amount());
        assertThat(ceiling.reasons()).isEqualTo(row.reasons());
        assertThat(ceiling.favourable()).isFalse();
        assertThat(ceiling.opportunist()).isFalse();
    }

    @Test
    void aRecurrentMotiveFindsAFavourableOutcomeEvenAboveTheDisputedAmount() {
        GestureCeiling second =
                RULES.ceiling(customer("FINANCIAL").disputes("1000").recurs(1).build());
        GestureCeiling third =
                RULES.ceiling(customer("FINANCIAL").disputes("1000").recurs(2).build());

        assertThat(second).isEqualTo(ceiling(1000, false, false, "base", "financialLoss", "disputedAmount"));
        assertThat(third).isEqualTo(ceiling(8000, true, false, "base", "financialLoss", "recurrentMotive"));
    }

    @Test
    void frequentGesturesShowAnOpportunistWhoGetsLittleThenNothing() {
        GestureCeiling three =
                RULES.ceiling(customer("RELATIONAL").granted(3, 6000).build());
        GestureCeiling five =
                RULES.ceiling(customer("RELATIONAL").granted(5, 6000).build());

        assertThat(three).isEqualTo(ceiling(1000, false, true, "base", "opportunist"));
        assertThat(five).isEqualTo(ceiling(0, false, true, "base", "opportunist"));
    }

    @Test
    void anOpportunistIsNamedEvenWhereAnotherLimitIsLower() {
        assertThat(RULES.ceiling(
                        customer("FINANCIAL").disputes("300").granted(4, 6000).build()))
                .isEqualTo(ceiling(300, false, true, "base", "financialLoss", "opportunist", "disputedAmount"));
    }

    @Test
    void anOpportunistWithARecurrentMotiveIsHeardButPaidLittle() {
        assertThat(RULES.ceiling(
                        customer("RELATIONAL").recurs(4).granted(3, 6000).build()))
                .isEqualTo(ceiling(1000, true, true, "base", "recurrentMotive", "opportunist"));
    }

    @Test
    void nobodyIsOfferedMoreThanFifteenThousand() {
        GestureCase best = customer("FINANCIAL")
                .recurs(3)
                .loyal(20)
                .pays(PayerQuality.GOOD)
                .in("BUSINESS")
                .build();

        assertThat(RULES.ceiling(best))
                .isEqualTo(ceiling(
                        15000,
                        true,
                        false,
                        "base",
                        "financialLoss",
                        "longLoyalty",
                        "goodPayer",
                        "segmentBusiness",
                        "recurrentMotive",
                        "maximum"));
    }

    @Test
    void everyCombinationStaysWithinBoundsAndEveryReasonIsGivenSomewhere() {
        Set<String> given = new HashSet<>();

        for (GestureCase complaint : combinations()) {
            GestureCeiling ceiling = RULES.ceiling(complaint);
            given.addAll(ceiling.reasons());
            assertThat(ceiling.amount()).as("%s", complaint).isBetween(BigDecimal.ZERO, new BigDecimal(15000));
            assertThat(ceiling.reasons()).doesNotHaveDuplicates().startsWith("base");
            assertThat(ceiling.opportunist()).isEqualTo(complaint.gesturesLast12Months() >= 3);
            if (complaint.disputedAmount() != null && complaint.motiveRecurrence() < 2) {
                assertThat(ceiling.amount()).isLessThanOrEqualTo(complaint.disputedAmount());
            }
        }
        assertThat(given).containsExactlyInAnyOrderElementsOf(GestureRules.reasonCodes());
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() throws Exception {
        List<GestureCase> cases = combinations();
        List<GestureCeiling> expected = cases.stream().map(RULES::ceiling).toList();
        Callable<List<GestureCeiling>> all =
                () -> cases.stream().map(RULES::ceiling).toList();
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var answer : threads.invokeAll(List.of(all, all, all, all))) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theRulesAreFoundFromAThreadThatSeesNoneOfOurClasses() throws Exception {
        AtomicReference<GestureCeiling> answer = new AtomicReference<>();
        Thread stranger = new Thread(() ->
                answer.set(new GestureRules().ceiling(customer("RELATIONAL").build())));
        stranger.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        stranger.start();
        stranger.join();

        assertThat(answer.get()).isEqualTo(ceiling(2000, false, false, "base"));
    }

    @Test
    void aNegativeDisputedAmountIsRefused() {
        assertThatThrownBy(() -> customer("FINANCIAL").disputes("-1").build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<GestureCase> combinations() {
        List<GestureCase> cases = new ArrayList<>();
        for (String type : List.of("TECHNICAL", "FINANCIAL", "RELATIONAL")) {
            for (int years : List.of(0, 3, 10)) {
                for (PayerQuality payer : PayerQuality.values()) {
                    for (String segment : List.of("GOLD", "SILVER", "STANDARD", "BUSINESS")) {
                        for (int gestures : List.of(0, 1, 4)) {
                            Customer customer =
                                    customer(type).loyal(years).pays(payer).in(segment);
                            cases.add(customer.granted(gestures, gestures * 9000)
                                    .disputes("700")
                                    .build());
                            cases.add(customer.granted(gestures, gestures * 29000)
                                    .disputes(null)
                                    .build());
                            cases.add(customer.granted(gestures, 0).recurs(2).build());
                        }
                    }
                }
            }
        }
        return cases;
    }

    private static Customer customer(String type) {
        return new Customer(type);
    }

    private static Row row(Customer customer, long amount, String... reasons) {
        return new Row(customer.build(), BigDecimal.valueOf(amount), List.of(reasons));
    }

    private static GestureCeiling ceiling(long amount, boolean favourable, boolean opportunist, String... reasons) {
        return new GestureCeiling(BigDecimal.valueOf(amount), List.of(reasons), favourable, opportunist);
    }

    record Row(GestureCase complaint, BigDecimal amount, List<String> reasons) {}

    /** A customer of whom nothing particular is known, until said otherwise. */
    private static final class Customer {

        private final String type;
        private int recurrence;
        private int years;
        private PayerQuality payer = PayerQuality.AVERAGE;
        private int gestures;
        private BigDecimal granted = BigDecimal.ZERO;
        private BigDecimal disputed;
        private String segment;

        Customer(String type) {
            this.type = type;
        }

        Customer recurs(int times) {
            recurrence = times;
            return this;
        }

        Customer loyal(int since) {
            years = since;
            return this;
        }

        Customer pays(PayerQuality quality) {
            payer = quality;
            return this;
        }

        Customer granted(int count, long sum) {
            gestures = count;
            granted = BigDecimal.valueOf(sum);
            return this;
        }

        Customer disputes(String amount) {
            disputed = amount == null ? null : new BigDecimal(amount);
            return this;
        }

        Customer in(String name) {
            segment = name;
            return this;
        }

        GestureCase build() {
            return new GestureCase(type, recurrence, years, payer, gestures, granted, disputed, segment);
        }
    }
}
