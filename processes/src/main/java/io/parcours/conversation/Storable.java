package io.parcours.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * What PostgreSQL can keep of what was told. Nothing must be refused, and so delivered again for ever, because of one character
 * in it or a clock that is wrong.
 */
public final class Storable {

    /** More than clocks differ. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int REPLACEMENT = 0xFFFD;

    private Storable() {}

    /** Without NUL, and with a sign in place of half of a surrogate pair; null where it is null. */
    public static String text(String text) {
        if (text == null || text.chars().noneMatch(each -> each == 0 || Character.isSurrogate((char) each))) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    static InboundMessage of(InboundMessage message, Instant now) {
        return new InboundMessage(
                message.tenant(),
                message.channel(),
                message.account(),
                text(message.externalId()),
                message.from(),
                text(message.text()),
                moment(message.at(), now),
                message.part(),
                message.choice().map(Storable::text),
                message.attachment().map(Storable::of),
                of(message.person()),
                message.file());
    }

    static Receipt of(Receipt receipt, Instant now) {
        return new Receipt(
                receipt.tenant(),
                receipt.channel(),
                receipt.account(),
                text(receipt.providerId()),
                receipt.state(),
                moment(receipt.at(), now),
                text(receipt.errorCode()),
                receipt.refusal());
    }

    static Watermark of(Watermark watermark, Instant now) {
        return new Watermark(
                watermark.tenant(),
                watermark.channel(),
                watermark.account(),
                text(watermark.address()),
                watermark.state(),
                moment(watermark.until(), now));
    }

    static AddressChange of(AddressChange change, Instant now) {
        return new AddressChange(
                change.tenant(),
                change.channel(),
                change.account(),
                text(change.from()),
                text(change.to()),
                moment(change.at(), now));
    }

    static Notice of(Notice notice, Instant now) {
        return new Notice(
                notice.tenant(),
                notice.channel(),
                notice.account(),
                notice.kind(),
                of(notice.reason()),
                new Notice.Head(text(notice.head().sender()), text(notice.head().subject())),
                text(notice.payload()),
                moment(notice.at(), now));
    }

    private static Problem of(Problem problem) {
        return new Problem(
                problem.code(), problem.details().stream().map(Storable::detail).toList());
    }

    private static Object detail(Object detail) {
        return detail instanceof String text ? text(text) : detail instanceof Problem inner ? of(inner) : detail;
    }

    private static Attachment of(Attachment attachment) {
        return new Attachment(
                text(attachment.type()),
                text(attachment.mediaId()),
                text(attachment.mimeType()),
                text(attachment.name()),
                attachment.latitude(),
                attachment.longitude());
    }

    private static InboundMessage.Person of(InboundMessage.Person person) {
        return new InboundMessage.Person(text(person.name()), person.msisdn(), person.alsoAt(), person.customer());
    }

    /** What lies before 1970 is that year; what is yet to come is now, or it would lead every history for ever. */
    private static Instant moment(Instant at, Instant now) {
        if (at.isAfter(now.plus(AHEAD))) {
            return now;
        }
        return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
    }
}
