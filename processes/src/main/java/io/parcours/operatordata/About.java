package io.parcours.operatordata;

import java.util.UUID;

/**
 * Whom a call is about, for the trace.
 *
 * @param caseNumber null outside a case
 * @param customerId null where the case tells, or where it is about nobody
 * @param actor who looks at a screen; null for a journey
 */
public record About(String caseNumber, UUID customerId, String actor) {

    public static About ofCase(String caseNumber) {
        return new About(caseNumber, null, null);
    }
}
