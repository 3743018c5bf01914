package io.parcours.telephony;

/** What came of a call that we made, and what to do then. */
public enum CallOutcome {
    /** Somebody, or a machine, answered; how it went is the conversation's to say. */
    ANSWERED(Advice.NONE),
    BUSY(Advice.LATER),
    /** It rang, and nobody answered. */
    NO_ANSWER(Advice.LATER),
    /** The network says that the subscriber cannot be reached now. */
    ABSENT(Advice.LATER),
    /** Congestion, no circuit, a dead trunk, or the exchange itself: the subscriber has nothing to do with it. */
    OUR_SIDE(Advice.SOON),
    BAD_NUMBER(Advice.STOP),
    REJECTED(Advice.ASK),
    /** We gave up before anybody answered. */
    CANCELLED(Advice.NONE);

    /** The default of the retry decision; a campaign decides for itself. */
    public enum Advice {
        NONE,
        LATER,
        /** Soon, and it does not count as an attempt. */
        SOON,
        STOP,
        /** Stop, or ask a person. */
        ASK
    }

    private final Advice advice;

    CallOutcome(Advice advice) {
        this.advice = advice;
    }

    public Advice advice() {
        return advice;
    }
}
