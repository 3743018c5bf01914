package io.parcours.connector.sms;

import io.parcours.conversation.AccountState;
import io.parcours.conversation.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether an account is bound to its message centre, as of now. */
public final class SmsAccountState {

    private final SmsAccount account;
    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile View view = new View(false, Problem.of("sms.untried"), Instant.now());

    SmsAccountState(SmsAccount account) {
        this.account = account;
    }

    public String tenant() {
        return account.tenant();
    }

    public String account() {
        return account.name();
    }

    public boolean bound() {
        return view.bound;
    }

    /** Why it is not bound; empty while it is. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(view.problem);
    }

    /** When it was bound or lost. */
    public Instant since() {
        return view.since;
    }

    /** As the port tells it: an account that has not been tried yet may turn out to work. */
    AccountState asState() {
        View now = view;
        boolean unknown = tried.getCount() > 0;
        return new AccountState(
                account.tenant(), SmsChannel.NAME, account.name(), unknown ? null : now.problem, now.since);
    }

    /** Right after the start nobody knows yet: waits for the first attempt to bind, no longer than this. */
    void awaitFirstAttempt(Duration longest) {
        try {
            tried.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    void nowBound() {
        view = new View(true, null, Instant.now());
        tried.countDown();
    }

    /** What an attempt that failed tells anew. */
    enum News {
        LOST,
        OTHER_REASON,
        NONE
    }

    News nowUnbound(Problem problem) {
        View before = view;
        view = new View(false, problem, before.bound ? Instant.now() : before.since);
        boolean first = tried.getCount() > 0;
        tried.countDown();
        if (before.bound || first) {
            return News.LOST;
        }
        return problem.equals(before.problem) ? News.NONE : News.OTHER_REASON;
    }

    private record View(boolean bound, Problem problem, Instant since) {}
}
