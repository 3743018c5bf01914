package io.parcours.connector.mail;

import io.parcours.connector.Backoff;
import io.parcours.connector.Discreet;
import io.parcours.connector.mail.MailIntake.Look;
import io.parcours.conversation.Problem;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Keeps one account's mailbox open and looked into, from a thread of its own, until stopped. */
final class Mailbox {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final Duration FAREWELL = Duration.ofSeconds(12);

    private final MailLine line;
    private final MailAccount account;
    private final MailIntake intake;
    private volatile Thread keeper;
    private volatile Wire wire = new Wire();
    private volatile boolean waiting;
    private boolean reported;
    private boolean recalled;

    Mailbox(MailLine line, MailIntake intake) {
        this.line = line;
        this.account = line.account();
        this.intake = intake;
    }

    MailLine line() {
        return line;
    }

    synchronized void start() {
        keeper = new Thread(this::keep, "email-in-" + account.tenant() + "-" + account.name());
        keeper.setDaemon(true);
        keeper.start();
    }

    /** A mail that is being stored is finished first. */
    synchronized void stop() {
        Thread leaving = keeper;
        keeper = null;
        if (leaving == null) {
            return;
        }
        if (waiting) {
            wire.cut();
            leaving.interrupt();
        }
        try {
            leaving.join(FAREWELL.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        wire.cut();
        leaving.interrupt();
    }

    private void keep() {
        MDC.put("tenant", account.tenant());
        Backoff backoff = backoff();
        while (kept()) {
            try {
                if (serve(backoff)) {
                    continue;
                }
            } catch (MessagingException | UncheckedIOException | IllegalStateException lost) {
                report(SmtpOutcome.problem("IMAP", lost));
            } catch (RuntimeException unexpected) {
                log.error(
                        "The mailbox of {}/{} is opened anew",
                        account.tenant(),
                        account.name(),
                        Discreet.copy(unexpected));
            } finally {
                line.reading(false);
            }
            pause(backoff.next());
        }
    }

    /** @return whether the connection ended because it had been silent for long enough, and not for a failure */
    private boolean serve(Backoff backoff) throws MessagingException {
        waiting = true;
        wire = new Wire();
        try {
            IMAPStore store = Sessions.login(account, wire);
            boolean tells = store.hasCapability("IDLE");
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            waiting = false;
            inbox.addMessageCountListener(new Waking(inbox, () -> waiting));
            if (!recalled) {
                intake.recall(inbox);
                recalled = true;
            }
            opened(backoff);
            return look(inbox, tells);
        } finally {
            // What is still open there is closed by the server; to say goodbye would mean to wait for it.
            wire.cut();
        }
    }

    private boolean look(IMAPFolder inbox, boolean tells) throws MessagingException {
        Backoff failures = backoff();
        while (kept()) {
            Waking.ask(inbox);
            Message newest = newest(inbox);
            Look look = intake.takeAll(inbox, this::kept);
            if (look == Look.FAILED) {
                pause(failures.next());
                continue;
            }
            failures.reset();
            if (look == Look.MORE || newest(inbox) != newest) {
                continue;
            }
            if (!tells) {
                pause(account.options().pollInterval());
            } else if (silent(inbox)) {
                return true;
            }
        }
        return true;
    }

    /** What the server told last of; null where the box is empty. Their number says less: one may go while another comes. */
    private static Message newest(IMAPFolder inbox) throws MessagingException {
        int count = inbox.getMessageCount();
        return count == 0 ? null : inbox.getMessage(count);
    }

    /** Waits for the server's word of new mail. @return whether none came for so long that the connection may be dead */
    private boolean silent(IMAPFolder inbox) throws MessagingException {
        long began = System.nanoTime();
        ScheduledFuture<?> end = wire.cutAfter(account.options().idleFor());
        waiting = true;
        try {
            if (kept()) {
                inbox.idle(true);
            }
            return false;
        } catch (MessagingException | IllegalStateException ended) {
            if (System.nanoTime() - began >= account.options().idleFor().toNanos()) {
                return true;
            }
            throw ended;
        } finally {
            waiting = false;
            end.cancel(false);
        }
    }

    private Backoff backoff() {
        return new Backoff(account.web().throttleFirst(), account.web().throttleMost());
    }

    private void pause(Duration length) {
        waiting = true;
        try {
            if (kept()) {
                TimeUnit.MILLISECONDS.sleep(length.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            waiting = false;
        }
    }

    private void opened(Backoff backoff) {
        line.reading(true);
        backoff.reset();
        if (reported) {
            log.info("The mailbox of {}/{} is read again", account.tenant(), account.name());
        }
        reported = false;
    }

    /** One warning an outage, however often the attempts fail until it is over. */
    private void report(Problem problem) {
        line.notRead(problem, Instant.now());
        if (kept() && !reported) {
            reported = true;
            log.warn(
                    "The mailbox of {}/{} at {} is not read: {}",
                    account.tenant(),
                    account.name(),
                    account.mailbox(),
                    problem);
        }
    }

    private boolean kept() {
        return Thread.currentThread() == keeper;
    }
}
