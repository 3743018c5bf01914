package io.parcours.call;

import java.time.Duration;

/** A call, or an act in one, cannot be as it was asked for. Nothing has changed. */
public class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Reason {
        /** Who asks has not said where they are reached. */
        NO_PLACE,
        /** The place is no endpoint and no telephone number. */
        BAD_PLACE,
        /** There is no such customer, or the number is not theirs. */
        UNKNOWN,
        /** The operator has no account by which it could be done. */
        NO_EXCHANGE,
        /** The exchange does not answer. */
        EXCHANGE_DOWN,
        /** Who asks is in a call already. */
        BUSY,
        /** Somebody else has taken the caller. */
        TAKEN,
        /** The call is over, or not in a state in which this can be done. */
        OVER,
        /** The colleague is in a call. */
        COLLEAGUE_BUSY,
        /** The decision about contacts says no; the detail is its reason. */
        NOT_ALLOWED,
        /** The decision about contacts says not now. */
        LATER
    }

    private final Reason reason;
    private final String detail;
    private final Duration pause;

    CallRefused(Reason reason) {
        this(reason, "", Duration.ZERO);
    }

    CallRefused(Reason reason, String detail, Duration pause) {
        super(reason.name());
        this.reason = reason;
        this.detail = detail;
        this.pause = pause;
    }

    public Reason reason() {
        return reason;
    }

    /** More of it in a word, else empty. */
    public String detail() {
        return detail;
    }

    /** How long to wait, where it is later. */
    public Duration pause() {
        return pause;
    }
}
