package io.parcours.connector.mail;

import io.parcours.connector.web.NotNow;
import io.parcours.connector.web.WebLine;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An account at work, and the threads in which its subscribers write. */
final class MailLine extends WebLine {

    private final MailAccount account;
    private final MailThreads threads = new MailThreads();
    private final SmtpPool pool;
    private volatile boolean reading;
    private volatile Deaf deaf;

    private record Deaf(Problem why, Instant since) {}

    MailLine(MailAccount account, Clock clock) {
        super(MailChannel.NAME, account, clock);
        this.account = account;
        this.pool = new SmtpPool(account);
    }

    @Override
    public MailAccount account() {
        return account;
    }

    /** Logs in at the SMTP server and leaves again. */
    @Override
    public CompletionStage<Optional<Problem>> problem() {
        return CompletableFuture.supplyAsync(() -> {
            Optional<Problem> problem = SmtpConnection.problem(account);
            problem.filter(SmtpOutcome::away).ifPresent(away -> {
                throw new NotNow(away);
            });
            return problem;
        });
    }

    MailThreads threads() {
        return threads;
    }

    SmtpPool pool() {
        return pool;
    }

    /** Whether the mailbox is open and looked into. */
    boolean reading() {
        return reading;
    }

    void reading(boolean now) {
        reading = now;
        deaf = now ? null : deaf;
    }

    /** Mail waits in the mailbox for this reason; it may still be sent. */
    void notRead(Problem why, Instant now) {
        deaf = new Deaf(why, deaf == null ? now : deaf.since());
    }

    @Override
    public AccountState state() {
        AccountState sending = super.state();
        Deaf lost = deaf;
        return lost == null || !sending.works()
                ? sending
                : new AccountState(
                        sending.tenant(),
                        sending.channel(),
                        sending.account(),
                        null,
                        Problem.of("mail.notRead", lost.why()),
                        lost.since());
    }
}
