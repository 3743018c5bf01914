package io.parcours.connector.web;

import io.parcours.conversation.AccountState;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether an account may send now: it is left alone while it is down, and for a while after the provider said that it was too much. */
public final class AccountHealth {

    private final String channel;
    private final WebAccount account;
    private final Clock clock;
    private Problem problem;
    private Instant since;
    private Instant quietUntil = Instant.EPOCH;
    private Duration nextPause;

    AccountHealth(String channel, WebAccount account, Clock clock) {
        this.channel = channel;
        this.account = account;
        this.clock = clock;
        this.since = clock.instant();
        this.nextPause = account.web().throttleFirst();
    }

    public synchronized AccountState state() {
        return new AccountState(account.tenant(), channel, account.name(), problem, since);
    }

    public synchronized boolean works() {
        return problem == null;
    }

    /** @throws ChannelUnavailable where nothing may be sent now */
    public synchronized void pass() {
        if (problem != null) {
            throw new ChannelUnavailable(channel + " account " + account.name() + ": " + problem, null);
        }
        Duration silence = silence();
        if (!silence.isZero()) {
            throw new ChannelUnavailable(
                    channel + " account " + account.name() + " waits, since it sent too much", silence, null);
        }
    }

    /** For how long the provider is still left alone; zero where it is not. */
    public synchronized Duration silence() {
        Duration left = Duration.between(clock.instant(), quietUntil);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Answers to what was sent before the pause say nothing about its end. */
    public synchronized void sent() {
        if (!clock.instant().isBefore(quietUntil)) {
            nextPause = account.web().throttleFirst();
        }
    }

    /** @return how long the account is left alone; several answers at once count as one */
    public synchronized Duration tooMuch() {
        Instant now = clock.instant();
        if (!now.isBefore(quietUntil)) {
            quietUntil = now.plus(nextPause);
            Duration twice = nextPause.multipliedBy(2);
            Duration most = account.web().throttleMost();
            nextPause = twice.compareTo(most) < 0 ? twice : most;
        }
        return Duration.between(now, quietUntil);
    }

    /** The same where the provider told how long: for no less than that. */
    public synchronized Duration tooMuch(Duration told) {
        tooMuch();
        Instant now = clock.instant();
        quietUntil = now.plus(told).isAfter(quietUntil) ? now.plus(told) : quietUntil;
        return Duration.between(now, quietUntil);
    }

    /** @return whether it worked until now */
    public synchronized boolean down(Problem reason) {
        boolean news = problem == null;
        if (news) {
            since = clock.instant();
        }
        problem = reason;
        return news;
    }

    /** @return whether it was down until now */
    public synchronized boolean up() {
        boolean news = problem != null;
        if (news) {
            since = clock.instant();
        }
        problem = null;
        return news;
    }
}
