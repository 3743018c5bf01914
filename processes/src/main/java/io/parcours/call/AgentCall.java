package io.parcours.call;

import java.time.Instant;
import java.util.UUID;

/**
 * A call of an agent with a customer.
 *
 * @param inbound whether the customer called
 * @param number of the customer, as the exchange knows it
 * @param agent who has it; null where it was given to somebody outside
 * @param place where that is: an endpoint of the exchange, or a number
 * @param consultation null where nobody is consulted
 * @param recorded whether what is said is being recorded
 * @param talkingAt null where the two have not spoken yet
 * @param endedAt null while it goes on
 * @param outcome how it ended: the name of a {@link io.parcours.telephony.CallOutcome}, with {@code AGENT_} before it where
 *     that is the agent's side, {@code INTERRUPTED} by a stop of the platform, or {@code LOST} where the exchange did not answer;
 *     null while it goes on
 * @param problem why its exchange cannot be asked about it now; null where it can
 */
public record AgentCall(
        UUID id,
        boolean inbound,
        UUID customerId,
        String customerName,
        String caseNumber,
        String number,
        String agent,
        String place,
        CallState state,
        Consultation consultation,
        boolean recorded,
        Instant beganAt,
        Instant talkingAt,
        Instant endedAt,
        String outcome,
        String problem) {

    /** Somebody whom the agent asks first. @param who a user, or a number; @param up whether they have answered */
    public record Consultation(String who, boolean up) {}

    public boolean live() {
        return endedAt == null;
    }

    /** From when on it is counted: the first word of the two, before it the call's beginning. */
    public Instant since() {
        return talkingAt == null ? beganAt : talkingAt;
    }
}
