package io.parcours.connector.mail;

import io.parcours.conversation.Problem;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;

/** One login at an account's SMTP server, by which several mails may leave one after the other. */
final class SmtpConnection {

    /** Servers close what is silent for long; younger than this it is worth asking. */
    private static final long WORTH_ASKING = Duration.ofSeconds(30).toNanos();

    private final MailAccount account;
    private final Wire wire = new Wire();
    private final Transport transport;
    private long used = System.nanoTime();

    SmtpConnection(MailAccount account) throws MessagingException {
        this.account = account;
        this.transport = Sessions.submission(account, wire)
                .getTransport(account.submission().protocol());
    }

    /** Whether the account could send; empty where it could. */
    static Optional<Problem> problem(MailAccount account) {
        try {
            SmtpConnection connection = new SmtpConnection(account);
            try {
                connection.open();
                return Optional.empty();
            } finally {
                connection.close();
            }
        } catch (MessagingException failure) {
            return Optional.of(SmtpOutcome.problem("SMTP", failure));
        }
    }

    /** @throws MessagingException where it cannot be reached or does not let us in */
    void open() throws MessagingException {
        MailServer server = account.submission();
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
        } catch (IllegalStateException alreadyOpen) {
            throw new MessagingException("Opened twice", alreadyOpen);
        }
    }

    /** Asks the server, if it is not too long ago that it was used. */
    boolean alive() {
        return System.nanoTime() - used < WORTH_ASKING && transport.isConnected();
    }

    void send(Letter letter, String to) throws MessagingException {
        transport.sendMessage(letter, new Address[] {new InternetAddress(to)});
        used = System.nanoTime();
    }

    /** Whoever waits for its answer fails at once. */
    void cut() {
        wire.cut();
    }

    ScheduledFuture<?> cutAfter(Duration pause) {
        return wire.cutAfter(pause);
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // Nothing was left to say.
        } finally {
            wire.cut();
        }
    }
}
