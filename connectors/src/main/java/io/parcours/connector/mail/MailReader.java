package io.parcours.connector.mail;

import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads mails, whatever somebody put there: each becomes a message, a receipt, or a notice with its reason. */
final class MailReader {

    /** Of a mail that is not read, so much is kept with the notice; all of it stays in the mailbox. */
    static final int BEGINNING = 64 * 1024;

    private static final Logger log = LoggerFactory.getLogger(MailReader.class);

    private final MailAccount account;
    private final Bounces bounces;
    private final LoopGuard loops;
    private final Session session = Session.getInstance(new Properties());

    MailReader(MailAccount account, Clock clock) {
        this.account = account;
        this.bounces = new Bounces(account);
        this.loops = new LoopGuard(account.options().mostAnHour(), clock);
    }

    Reading read(byte[] raw, Instant at) {
        try {
            return read(raw, new MimeMessage(session, new ByteArrayInputStream(raw)), at);
        } catch (MessagingException | RuntimeException unreadable) {
            log.warn(
                    "A mail to {}/{} cannot be read ({}); it is kept as a notice",
                    account.tenant(),
                    account.name(),
                    unreadable.getClass().getSimpleName());
            return Reading.of("", unheard(Problem.of("notice.mail.unreadable"), head(raw), raw, at));
        }
    }

    /** @param beginning as much of it as there is */
    Reading tooLarge(byte[] beginning, Instant at) {
        Problem reason = Problem.of("notice.mail.tooLarge", account.options().largest());
        return Reading.of("", unheard(reason, head(beginning), beginning, at));
    }

    /** It was somebody's mail, and is stored. */
    void actedOn(Reading mail) {
        loops.count(mail.sender(), mail.id());
    }

    private Reading read(byte[] raw, MimeMessage mail, Instant at) throws MessagingException {
        Headers headers = new Headers(mail);
        Optional<Headers.Sender> sender = headers.sender();
        String address = sender.map(Headers.Sender::address).orElse("");
        Optional<Problem> ours = OwnMail.reason(headers, account);
        if (ours.isPresent()) {
            return Reading.of(address, notice(ours.get(), head(headers), raw, at));
        }
        Optional<Bounces.Bounce> bounce = bounces.read(mail, headers, at);
        if (bounce.isPresent()) {
            return Reading.of(
                    address,
                    bounce.get()
                            .receipt()
                            .map(Received::receipt)
                            .orElseGet(() -> notice(bounce.get().reason(), head(headers), raw, at)));
        }
        Optional<Problem> automatic = AutomaticMail.reason(headers);
        if (automatic.isPresent()) {
            return Reading.of(address, notice(automatic.get(), head(headers), raw, at));
        }
        String id = headers.messageId().orElseGet(() -> Digest.of(raw));
        Optional<Problem> refused =
                sender.isEmpty() ? Optional.of(Problem.of("notice.mail.noSender")) : loops.reason(address, id);
        return refused.isPresent()
                ? Reading.of(address, unheard(refused.get(), head(headers), raw, at))
                : written(id, mail, headers, sender.get(), at);
    }

    /** One message for each thing attached; the words go with the first. */
    private Reading written(String id, MimeMessage mail, Headers headers, Headers.Sender sender, Instant at) {
        Content content = Content.of(mail, id);
        String words = words(headers, content.text());
        List<Content.Enclosed> attached = content.attached();
        List<Received> received = new ArrayList<>();
        received.add(Received.message(
                words.isBlank() && !attached.isEmpty() ? "media" : "text",
                message(sender, id, words, attached.stream().findFirst(), at, headers.answers())));
        for (int i = 1; i < attached.size(); i++) {
            received.add(Received.message(
                    "media", message(sender, id + "#" + i, "", Optional.of(attached.get(i)), at, List.of())));
        }
        return new Reading(sender.address(), id, received, Optional.of(headers.thread()));
    }

    /** What a mail is about stands in its subject; an answer has that of the question. */
    private static String words(Headers headers, String text) {
        if (headers.isReply()) {
            return Quotes.without(text);
        }
        return (headers.subject() + "\n" + Quotes.withoutSignature(text)).strip();
    }

    private InboundMessage message(
            Headers.Sender sender,
            String id,
            String text,
            Optional<Content.Enclosed> enclosed,
            Instant at,
            List<String> answers) {
        return new InboundMessage(
                account.tenant(),
                MailChannel.NAME,
                account.name(),
                id,
                sender.address(),
                text,
                at,
                Optional.empty(),
                Optional.empty(),
                enclosed.map(Content.Enclosed::attachment),
                new Person(sender.name(), null, List.of()),
                enclosed.map(file -> () -> Parts.stream(file.part())),
                answers);
    }

    private Received notice(Problem reason, Notice.Head head, byte[] raw, Instant at) {
        return notice(Notice.Kind.NEWS, reason, head, raw, at);
    }

    /** Somebody wrote it, and waits for an answer. */
    private Received unheard(Problem reason, Notice.Head head, byte[] raw, Instant at) {
        return notice(Notice.Kind.WORDS, reason, head, raw, at);
    }

    private Received notice(Notice.Kind kind, Problem reason, Notice.Head head, byte[] raw, Instant at) {
        byte[] beginning = raw.length > BEGINNING ? Arrays.copyOf(raw, BEGINNING) : raw;
        return Received.notice(new Notice(
                account.tenant(),
                MailChannel.NAME,
                account.name(),
                kind,
                reason,
                head,
                Fields.storable(new String(beginning, StandardCharsets.UTF_8)),
                at));
    }

    /** As far as it can be told where the mail itself is not read. */
    private Notice.Head head(byte[] beginning) {
        try {
            return head(new Headers(new MimeMessage(session, new ByteArrayInputStream(beginning))));
        } catch (MessagingException | RuntimeException unreadable) {
            return Notice.Head.UNKNOWN;
        }
    }

    private static Notice.Head head(Headers headers) {
        return new Notice.Head(headers.sender().map(Headers.Sender::address).orElse(null), headers.subject());
    }
}
