package io.parcours.conversation;

import java.time.Instant;

/**
 * Whether one of an operator's accounts can send, and whether what subscribers write comes in by it.
 *
 * @param problem why it cannot send; null where it can
 * @param deaf why nothing comes in where it can send all the same; null where it does, or where nothing has to be fetched
 * @param since when it began or ceased to be able to
 */
public record AccountState(
        String tenant, String channel, String account, Problem problem, Problem deaf, Instant since) {

    public AccountState(String tenant, String channel, String account, Problem problem, Instant since) {
        this(tenant, channel, account, problem, null, since);
    }

    /** Whether it can send. */
    public boolean works() {
        return problem == null;
    }

    /** What is to be mended, sending first; null for nothing. */
    public Problem trouble() {
        return problem == null ? deaf : problem;
    }
}
