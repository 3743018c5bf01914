package io.parcours.connector.mail;

import io.parcours.conversation.ChannelUnavailable;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An account's logins at its SMTP server: as many as mails may leave at once, kept for the next while they are fresh. */
final class SmtpPool {

    private final MailAccount account;
    private final Semaphore window;
    private final ConcurrentLinkedDeque<SmtpConnection> resting = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SmtpPool(MailAccount account) {
        this.account = account;
        this.window = new Semaphore(account.options().connections(), true);
    }

    /**
     * Returns once the server has taken the mail, within the account's response timeout.
     *
     * @throws ChannelUnavailable where those before it took all that time
     * @throws MessagingException as the server or the wire has it; {@link Letter#left} tells whether it was on its way
     */
    void submit(Letter letter, String to) throws MessagingException {
        long deadline = System.nanoTime() + account.options().responseTimeout().toNanos();
        if (!entered(deadline)) {
            throw new ChannelUnavailable(
                    account.submission().address() + " was too slow with what was sent before", null);
        }
        try {
            SmtpConnection connection = opened(deadline);
            bounded(connection, deadline, () -> connection.send(letter, to));
            rest(connection);
        } finally {
            window.release();
        }
    }

    /** Nothing leaves by it any more. */
    void close() {
        closed = true;
        for (SmtpConnection next = resting.poll(); next != null; next = resting.poll()) {
            next.close();
        }
    }

    private SmtpConnection opened(long deadline) throws MessagingException {
        for (SmtpConnection next = resting.poll(); next != null; next = resting.poll()) {
            SmtpConnection candidate = next;
            boolean[] alive = new boolean[1];
            bounded(candidate, deadline, () -> alive[0] = candidate.alive());
            if (alive[0]) {
                return candidate;
            }
            candidate.cut();
        }
        SmtpConnection made = new SmtpConnection(account);
        bounded(made, deadline, made::open);
        return made;
    }

    private void rest(SmtpConnection connection) {
        resting.push(connection);
        if (closed) {
            close();
        }
    }

    private static void bounded(SmtpConnection connection, long deadline, Step step) throws MessagingException {
        ScheduledFuture<?> end = connection.cutAfter(Duration.ofNanos(deadline - System.nanoTime()));
        boolean done = false;
        try {
            step.run();
            done = true;
        } finally {
            end.cancel(false);
            if (!done) {
                connection.cut();
            }
        }
    }

    private boolean entered(long deadline) {
        try {
            return window.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Step {
        void run() throws MessagingException;
    }
}
