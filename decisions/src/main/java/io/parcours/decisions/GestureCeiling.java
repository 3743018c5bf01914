package io.parcours.decisions;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much may be granted without a supervisor's approval, and why.
 *
 * @param amount in the tenant's currency, zero or more
 * @param reasons codes of {@link GestureReason}, in its order, each at most once
 * @param favourable the motive comes back: the complaint is to find a favourable and final outcome
 * @param opportunist the customer obtains gestures unusually often
 */
public record GestureCeiling(BigDecimal amount, List<String> reasons, boolean favourable, boolean opportunist) {

    public GestureCeiling {
        reasons = List.copyOf(reasons);
    }
}
