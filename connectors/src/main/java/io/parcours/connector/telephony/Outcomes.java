package io.parcours.connector.telephony;

import io.parcours.telephony.CallOutcome;

/** What cause, final answer and ringing say together; none of them does alone. */
final class Outcomes {

    private static final int RINGS_OUT = 19;

    private Outcomes() {}

    /**
     * @param cause of Q.850
     * @param networkSpoke whether the network gave a final answer or let something be heard; without either and without
     *     ringing the trunk is dead, although the cause is that of a telephone that nobody answers
     */
    static CallOutcome of(int cause, boolean rang, boolean networkSpoke) {
        return switch (cause) {
            case 17 -> CallOutcome.BUSY;
            case 18, RINGS_OUT, 20 ->
                rang ? CallOutcome.NO_ANSWER : networkSpoke ? CallOutcome.ABSENT : CallOutcome.OUR_SIDE;
            case 1, 22, 28 -> CallOutcome.BAD_NUMBER;
            case 21 -> CallOutcome.REJECTED;
            default -> CallOutcome.OUR_SIDE;
        };
    }
}
