package io.parcours.conversation;

import java.time.Instant;

/**
 * Whether one of an operator's accounts can send.
 *
 * @param problem why it cannot; null where it can
 * @param since when it began or ceased to be able to
 */
public record AccountState(String tenant, String channel, String account, Problem problem, Instant since) {

    public boolean works() {
        return problem == null;
    }
}
