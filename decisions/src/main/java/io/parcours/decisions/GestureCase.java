package io.parcours.decisions;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the rules on goodwill gestures look at. Amounts are in the tenant's currency.
 *
 * @param type TECHNICAL, FINANCIAL or RELATIONAL
 * @param motiveRecurrence how many complaints of the same motive the customer made in the twelve months before this one
 * @param loyaltyYears full years as a customer; 0 for a prospect
 * @param payerQuality null where unknown, which counts as average
 * @param gesturesLast12Months how many gestures were granted to the customer in the last twelve months
 * @param gesturesAmountLast12Months their sum; null counts as zero
 * @param disputedAmount null where unknown
 * @param segment GOLD, SILVER, STANDARD or BUSINESS; null for a prospect
 */
public record GestureCase(
        String type,
        int motiveRecurrence,
        int loyaltyYears,
        PayerQuality payerQuality,
        int gesturesLast12Months,
        BigDecimal gesturesAmountLast12Months,
        BigDecimal disputedAmount,
        String segment) {

    public GestureCase {
        Objects.requireNonNull(type, "type");
        payerQuality = payerQuality == null ? PayerQuality.AVERAGE : payerQuality;
        gesturesAmountLast12Months = gesturesAmountLast12Months == null ? BigDecimal.ZERO : gesturesAmountLast12Months;
        if (disputedAmount != null && disputedAmount.signum() < 0) {
            throw new IllegalArgumentException("disputed amount below zero: " + disputedAmount);
        }
    }
}
