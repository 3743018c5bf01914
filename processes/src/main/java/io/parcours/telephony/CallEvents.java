package io.parcours.telephony;

/** Told of a call that we make, one after the other; the end comes exactly once, whatever happens. */
public interface CallEvents {

    default void ringing() {}

    default void answered(Answerer answerer) {}

    void ended(CallEnd end);
}
