package io.parcours.connector.mail;

import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Problem;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What mail systems say of a mail of ours that they could not, or could, deliver (RFC 3464, or in their own way). */
final class Bounces {

    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern NAMED = Pattern.compile("(?im)^[ \\t>]*Message-ID:\\s*(<[^<>\\s]{1,250}>)");

    private final MailAccount account;

    Bounces(MailAccount account) {
        this.account = account;
    }

    /**
     * @param receipt where it settles what became of a mail of ours
     * @param reason why nothing acts on it; null where it does
     */
    record Bounce(Optional<Receipt> receipt, Problem reason) {}

    /** Empty where it is no bounce. */
    Optional<Bounce> read(MimeMessage mail, Headers headers, Instant at) {
        Optional<Report> report = report(mail);
        if (report.isEmpty() && !AutomaticMail.isFromNobody(headers)) {
            return Optional.empty();
        }
        Optional<String> id = ourId(mail);
        if (report.isEmpty()) {
            return id.map(ours -> undeliverable(ours, finer(whole(mail)).orElse("bounce"), at));
        }
        if (id.isEmpty()) {
            return Optional.of(nothing(Problem.of("notice.mail.report.foreign")));
        }
        return Optional.of(
                switch (report.get().action()) {
                    case "failed" -> undeliverable(id.get(), report.get().status(), at);
                    case "delivered" ->
                        new Bounce(Optional.of(receipt(id.get(), DeliveryState.DELIVERED, at, null, null)), null);
                    default ->
                        nothing(Problem.of("notice.mail.report", report.get().action()));
                });
    }

    private Bounce undeliverable(String id, String code, Instant at) {
        return new Bounce(
                Optional.of(receipt(id, DeliveryState.UNDELIVERABLE, at, code, SendRefused.Kind.NOT_HERE)), null);
    }

    private static Bounce nothing(Problem reason) {
        return new Bounce(Optional.empty(), reason);
    }

    private Receipt receipt(String id, DeliveryState state, Instant at, String code, SendRefused.Kind refusal) {
        return new Receipt(account.tenant(), MailChannel.NAME, account.name(), id, state, at, code, refusal);
    }

    /** The machine's part of a report: one block about the mail, then one for each recipient; we write to one at a time. */
    private static Optional<Report> report(MimeMessage mail) {
        return Parts.of(mail).stream()
                .filter(part -> Parts.is(part, "message/delivery-status"))
                .findFirst()
                .map(part -> {
                    String text = octets(part).replace("\r\n", "\n");
                    String action =
                            field(text, "Action").toLowerCase(Locale.ROOT).split("[\\s;(]", 2)[0];
                    String known = action.matches("[a-z]{1,20}") ? action : "unclear";
                    return new Report(known, finer(field(text, "Status")).orElse("bounce"));
                });
    }

    private record Report(String action, String status) {}

    private static String field(String text, String name) {
        for (String block : text.split("\n[ \\t]*\n")) {
            try {
                String value = new InternetHeaders(new ByteArrayInputStream(
                                (block.strip() + "\n\n").getBytes(StandardCharsets.ISO_8859_1)))
                        .getHeader(name, null);
                if (value != null) {
                    return value.strip();
                }
            } catch (MessagingException unreadable) {
                // The next block may be better.
            }
        }
        return "";
    }

    /** The id of the mail that it is about: from the headers that it brings along, else from wherever it quotes them. */
    private Optional<String> ourId(MimeMessage mail) {
        return Parts.of(mail).stream()
                .filter(part -> Parts.is(part, "message/rfc822") || Parts.is(part, "text/rfc822-headers"))
                .map(part -> named(octets(part)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> named(whole(mail)));
    }

    private Optional<String> named(String text) {
        Matcher each = NAMED.matcher(text);
        while (each.find()) {
            if (OwnMail.isOurs(each.group(1), account)) {
                return Optional.of(each.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> finer(String text) {
        Matcher status = STATUS.matcher(text);
        return status.find() ? Optional.of(status.group(1)) : Optional.empty();
    }

    private static String octets(Part part) {
        return new String(Parts.octets(part), StandardCharsets.ISO_8859_1);
    }

    private static String whole(MimeMessage mail) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            mail.writeTo(out);
            return out.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException | MessagingException unreadable) {
            return "";
        }
    }
}
