package io.parcours.telephony;

/**
 * How a call ended.
 *
 * @param cause of Q.850; 0 where it is not known
 * @param sip the network's final answer; 0 where there was none
 * @param rang whether it rang at the other end
 */
public record CallEnd(CallOutcome outcome, int cause, int sip, boolean rang) {}
