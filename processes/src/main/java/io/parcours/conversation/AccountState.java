package io.parcours.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether one of an operator's accounts can send, and whether what is written to it is read.
 *
 * @param problem why it cannot send; null where it can
 * @param since when it began or ceased to be able to send
 * @param deafness why nothing that is written to it is read; null where it is, and where the channel cannot tell the two apart
 */
public record AccountState(
        String tenant, String channel, String account, Problem problem, Instant since, Deafness deafness) {

    /** Of an account that can be lost only as a whole. */
    public AccountState(String tenant, String channel, String account, Problem problem, Instant since) {
        this(tenant, channel, account, problem, since, null);
    }

    /**
     * What is written waits at the provider, while messages may still leave.
     *
     * @param since when it ceased to be read
     */
    public record Deafness(Problem problem, Instant since) {}

    /** The same, where nothing is read. @param why null where all is */
    public AccountState deaf(Deafness why) {
        return new AccountState(tenant, channel, account, problem, since, why);
    }

    /** Whether it can send. */
    public boolean works() {
        return problem == null;
    }

    /** Whether it sends and is read. */
    public boolean sound() {
        return works() && deafness == null;
    }

    /** All that is wrong, sending first. */
    public List<Problem> problems() {
        return Stream.of(problem, deafness == null ? null : deafness.problem())
                .filter(Objects::nonNull)
                .toList();
    }

    /** When it came to be as {@link #problems} says: where it does not send, when that began. */
    public Instant soSince() {
        return works() && deafness != null ? deafness.since() : since;
    }
}
