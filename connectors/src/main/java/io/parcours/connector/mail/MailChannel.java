package io.parcours.connector.mail;

import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.WebChannel;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.SendRefused;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Sends by e-mail, each message in one submission that lasts no longer than the account's response timeout. */
final class MailChannel extends WebChannel<MailLine> {

    static final String NAME = "email";

    /** No mail goes there (RFC 2606). */
    private static final String SOMEBODY = "somebody@example.invalid";

    private final WebLines<MailLine> lines;
    private final Checks checks;
    private final Clock clock;

    MailChannel(WebLines<MailLine> lines, Checks checks, ChannelMeters meters, Clock clock) {
        super(NAME, lines, meters);
        this.lines = lines;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public int window(String tenant, String account) {
        return lines.find(tenant, account)
                .map(line -> line.account().options().connections())
                .orElse(1);
    }

    /** As the first mail of a conversation; who writes back is answered under their own subject. */
    @Override
    protected Preview preview(OutboundMessage message, MailLine line) {
        LetterWriter writer = new LetterWriter(line.account(), Optional.empty(), clock.instant());
        String words = writer.write(message, SOMEBODY).words();
        return new Preview(
                writer.subject(message.language()), List.of(words), Preview.Style.TEXT, null, List.of(), 0, null);
    }

    @Override
    public boolean carriesFiles() {
        return true;
    }

    @Override
    protected Delivery send(OutboundMessage message, MailLine line) {
        String to = Address.of(message.to())
                .orElseThrow(
                        () -> new SendRefused(SendRefused.Kind.NOT_HERE, "address", "Not an e-mail address", null));
        LetterWriter writer = new LetterWriter(line.account(), line.threads().of(to), clock.instant());
        Letter letter = writer.write(message, to);
        try {
            line.pool().submit(letter, to);
        } catch (MessagingException failure) {
            throw new SmtpOutcome(line, checks).of(failure, letter.left());
        }
        line.health().sent();
        line.threads().begun(to, letter.id(), writer.subject(message.language()));
        return new Delivery(List.of(letter.id()));
    }
}
