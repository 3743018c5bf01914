package io.parcours.call;

import java.time.Instant;
import java.util.UUID;

/** A call as the table has it. @param leg the key of the agent's leg; @param call the exchange's id of the customer's channel */
record CallRow(
        UUID id,
        String account,
        boolean inbound,
        UUID customerId,
        String caseNumber,
        String number,
        String purpose,
        String call,
        String agent,
        String place,
        UUID leg,
        String legCall,
        CallState state,
        String consulted,
        String consultAt,
        UUID consultLeg,
        String consultCall,
        boolean consultUp,
        String recording,
        Instant beganAt,
        Instant talkingAt) {

    boolean consulting() {
        return consultLeg != null;
    }

    /** Who is consulted, as people read it. */
    String consultedName() {
        return consulted == null ? consultAt : consulted;
    }
}
