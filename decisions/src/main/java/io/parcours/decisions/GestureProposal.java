package io.parcours.decisions;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the rules write on, one for each call. Sums and limits come out the same in whatever order the rules fire.
 * Public only because the rules are compiled outside this package.
 */
public final class GestureProposal {

    private final Map<GestureReason, BigDecimal> contributions = new EnumMap<>(GestureReason.class);
    private final Map<GestureReason, BigDecimal> limits = new EnumMap<>(GestureReason.class);
    private boolean favourable;
    private boolean opportunist;

    GestureProposal() {}

    /** Raises the amount, or lowers it when negative. */
    public void add(GestureReason reason, long amount) {
        contributions.put(reason, BigDecimal.valueOf(amount));
    }

    public void limit(GestureReason reason, BigDecimal atMost) {
        limits.put(reason, atMost.max(BigDecimal.ZERO));
    }

    public void limit(GestureReason reason, long atMost) {
        limit(reason, BigDecimal.valueOf(atMost));
    }

    public void favourable() {
        favourable = true;
    }

    /** A limit that is told even where another one is lower: the person who grants has to know. */
    public void opportunist(long atMost) {
        opportunist = true;
        limit(GestureReason.OPPORTUNIST, atMost);
    }

    GestureCeiling ceiling() {
        Set<GestureReason> reasons = EnumSet.noneOf(GestureReason.class);
        reasons.addAll(contributions.keySet());
        BigDecimal amount = contributions.values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(BigDecimal.ZERO);
        GestureReason binding = null;
        for (var limit : limits.entrySet()) {
            if (limit.getValue().compareTo(amount) < 0) {
                amount = limit.getValue();
                binding = limit.getKey();
            }
        }
        if (binding != null) {
            reasons.add(binding);
        }
        if (opportunist) {
            reasons.add(GestureReason.OPPORTUNIST);
        }
        return new GestureCeiling(
                amount, reasons.stream().map(GestureReason::code).toList(), favourable, opportunist);
    }
}
