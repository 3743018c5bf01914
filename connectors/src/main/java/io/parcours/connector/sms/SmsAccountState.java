package io.parcours.connector.sms;

import java.time.Instant;
import java.util.Optional;

/** Whether an account is bound to its message centre, as of now. */
public final class SmsAccountState {

    private final SmsAccount account;
    private volatile View view = new View(false, "not tried yet", Instant.now());

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
    public Optional<String> problem() {
        return Optional.ofNullable(view.problem);
    }

    /** When it was bound or lost. */
    public Instant since() {
        return view.since;
    }

    void nowBound() {
        view = new View(true, null, Instant.now());
    }

    /** @return whether this is news, fit for more than a debug line */
    boolean nowUnbound(String problem) {
        View before = view;
        view = new View(false, problem, before.bound ? Instant.now() : before.since);
        return before.bound || !problem.equals(before.problem);
    }

    private record View(boolean bound, String problem, Instant since) {}
}
