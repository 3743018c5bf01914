package io.parcours.connector.mail;

import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.conversation.Notice;
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
            return Reading.of("", notice("mail that cannot be read", raw, at));
        }
    }

    /** @param beginning as much of it as there is */
    Reading tooLarge(byte[] beginning, Instant at) {
        return Reading.of("", notice("mail of more than " + account.options().largest() + " MB", beginning, at));
    }

    /** A mail of this sender was acted on. */
    void actedOn(String sender) {
        loops.count(sender);
    }

    private Reading read(byte[] raw, MimeMessage mail, Instant at) throws MessagingException {
        Headers headers = new Headers(mail);
        Optional<Headers.Sender> sender = headers.sender();
        String address = sender.map(Headers.Sender::address).orElse("");
        Optional<String> ours = OwnMail.reason(headers, account);
        if (ours.isPresent()) {
            return Reading.of(address, notice(ours.get(), raw, at));
        }
        Optional<Bounces.Bounce> bounce = bounces.read(mail, headers, at);
        if (bounce.isPresent()) {
            return Reading.of(
                    address,
                    bounce.get()
                            .receipt()
                            .map(Received::receipt)
                            .orElseGet(() -> notice(bounce.get().reason(), raw, at)));
        }
        Optional<String> refused = AutomaticMail.reason(headers)
                .or(() -> sender.isEmpty() ? Optional.of("mail without a sender") : Optional.empty())
                .or(() -> loops.reason(address));
        return refused.isPresent()
                ? Reading.of(address, notice(refused.get(), raw, at))
                : written(raw, mail, headers, sender.get(), at);
    }

    /** One message for each thing attached; the words go with the first. */
    private Reading written(byte[] raw, MimeMessage mail, Headers headers, Headers.Sender sender, Instant at) {
        String id = headers.messageId().orElseGet(() -> Digest.of(raw));
        Content content = Content.of(mail, id);
        String words = words(headers, content.text());
        List<Content.Enclosed> attached = content.attached();
        List<Received> received = new ArrayList<>();
        received.add(Received.message(
                words.isBlank() && !attached.isEmpty() ? "media" : "text",
                message(sender, id, words, attached.stream().findFirst(), at)));
        for (int i = 1; i < attached.size(); i++) {
            received.add(
                    Received.message("media", message(sender, id + "#" + i, "", Optional.of(attached.get(i)), at)));
        }
        return new Reading(sender.address(), received, Optional.of(headers.thread()));
    }

    /** What a mail is about stands in its subject; an answer has that of the question. */
    private static String words(Headers headers, String text) {
        if (headers.isReply()) {
            return Quotes.without(text);
        }
        return (headers.subject() + "\n" + Quotes.withoutSignature(text)).strip();
    }

    private InboundMessage message(
            Headers.Sender sender, String id, String text, Optional<Content.Enclosed> enclosed, Instant at) {
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
                enclosed.map(file -> () -> Parts.stream(file.part())));
    }

    private Received notice(String reason, byte[] raw, Instant at) {
        byte[] beginning = raw.length > BEGINNING ? Arrays.copyOf(raw, BEGINNING) : raw;
        return Received.notice(new Notice(
                account.tenant(),
                MailChannel.NAME,
                account.name(),
                reason,
                Fields.storable(new String(beginning, StandardCharsets.UTF_8)),
                at));
    }
}
