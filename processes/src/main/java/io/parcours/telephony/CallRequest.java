package io.parcours.telephony;

import java.time.Duration;

/**
 * A call to be made.
 *
 * @param account the tenant's account by which it leaves
 * @param target a number in E.164, or an endpoint of the exchange such as {@code PJSIP/agent1}
 * @param rings how long it may ring
 * @param detectMachine whether the exchange listens first who answers; costs a person most of a second
 */
public record CallRequest(String tenant, String account, String target, Duration rings, boolean detectMachine) {}
