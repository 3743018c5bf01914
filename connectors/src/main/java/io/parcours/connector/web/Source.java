package io.parcours.connector.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.AddressChange;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import java.time.Instant;

/** Whose webhook is read, on which channel, and when it came. */
public record Source(String tenant, String channel, String name, Instant now) {

    /** Names of fields stand in reasons, and anybody's may come. */
    private static final int LONGEST_DETAIL = 200;

    public static Source of(WebLine line, Instant now) {
        return new Source(
                line.account().tenant(), line.channel(), line.account().name(), now);
    }

    /** @param reason why nothing acts on it */
    public Received notice(Problem reason, JsonNode payload) {
        return Received.notice(asNotice(reason, payload));
    }

    /** The same for what a subscriber said, so that somebody reads it. */
    public Received unheard(Problem reason, JsonNode payload) {
        return Received.notice(asUnheard(reason, payload));
    }

    /** @param said whether a subscriber said it, so that somebody reads it */
    public Received kept(boolean said, Problem reason, JsonNode payload) {
        return said ? unheard(reason, payload) : notice(reason, payload);
    }

    /** A notice for what something is done about beside keeping it. */
    public Notice asNotice(Problem reason, JsonNode payload) {
        return notice(Notice.Kind.NEWS, reason, payload);
    }

    /** The same for what a subscriber said. */
    public Notice asUnheard(Problem reason, JsonNode payload) {
        return notice(Notice.Kind.WORDS, reason, payload);
    }

    public Received change(String from, String to, Instant at) {
        return Received.change(new AddressChange(tenant, channel, name, from, to, at));
    }

    private Notice notice(Notice.Kind kind, Problem reason, JsonNode payload) {
        Problem kept = new Problem(
                reason.code(), reason.details().stream().map(Source::storable).toList());
        return new Notice(tenant, channel, name, kind, kept, Fields.storable(payload.toString()), now);
    }

    private static Object storable(Object detail) {
        return detail instanceof String text
                ? Fields.storable(text.substring(0, Math.min(text.length(), LONGEST_DETAIL)))
                : detail;
    }
}
