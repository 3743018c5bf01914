package io.parcours.decisions;

/** What raised, lowered or limited the amount of a goodwill gesture; its code is the key of the text shown. */
public enum GestureReason {
    BASE("base"),
    FINANCIAL_LOSS("financialLoss"),
    SERVICE_LOSS("serviceLoss"),
    LOYALTY("loyalty"),
    LONG_LOYALTY("longLoyalty"),
    GOOD_PAYER("goodPayer"),
    POOR_PAYER("poorPayer"),
    SEGMENT_GOLD("segmentGold"),
    SEGMENT_BUSINESS("segmentBusiness"),
    SEGMENT_SILVER("segmentSilver"),
    RECURRENT_MOTIVE("recurrentMotive"),
    EARLIER_GESTURES("earlierGestures"),
    OPPORTUNIST("opportunist"),
    DISPUTED_AMOUNT("disputedAmount"),
    YEARLY_LIMIT("yearlyLimit"),
    MAXIMUM("maximum");

    private final String code;

    GestureReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
