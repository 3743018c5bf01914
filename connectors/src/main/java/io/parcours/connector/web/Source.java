package io.parcours.connector.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.AddressChange;
import io.parcours.conversation.Notice;
import java.time.Instant;

/** Whose webhook is read, on which channel, and when it came. */
public record Source(String tenant, String channel, String name, Instant now) {

    public static Source of(WebLine line, Instant now) {
        return new Source(
                line.account().tenant(), line.channel(), line.account().name(), now);
    }

    /** @param reason why nothing acts on it */
    public Received notice(String reason, JsonNode payload) {
        return Received.notice(asNotice(reason, payload));
    }

    /** The same for what something is done about beside keeping it. */
    public Notice asNotice(String reason, JsonNode payload) {
        return new Notice(tenant, channel, name, Fields.storable(reason), Fields.storable(payload.toString()), now);
    }

    public Received change(String from, String to, Instant at) {
        return Received.change(new AddressChange(tenant, channel, name, from, to, at));
    }
}
