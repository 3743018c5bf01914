package io.parcours.complaint;

/** Why the subscriber complains, in the words of the question that is put to them. */
public enum Motive {
    BILLING(ComplaintType.FINANCIAL),
    NETWORK(ComplaintType.TECHNICAL),
    RECHARGE(ComplaintType.FINANCIAL),
    SERVICE(ComplaintType.RELATIONAL),
    OTHER(ComplaintType.RELATIONAL);

    private final ComplaintType type;

    Motive(ComplaintType type) {
        this.type = type;
    }

    public ComplaintType type() {
        return type;
    }
}
