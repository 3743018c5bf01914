package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.AddressChange;
import io.parcours.conversation.Notice;
import java.time.Instant;

/** Whose webhook is read, and when it came. */
record Source(WhatsAppAccount account, Instant now) {

    String tenant() {
        return account.tenant();
    }

    String name() {
        return account.name();
    }

    /** @param reason why nothing acts on it */
    Received notice(String reason, JsonNode payload) {
        return Received.notice(new Notice(
                tenant(),
                WhatsAppChannel.NAME,
                name(),
                Fields.storable(reason),
                Fields.storable(payload.toString()),
                now));
    }

    Received change(String from, String to, Instant at) {
        return Received.change(new AddressChange(tenant(), WhatsAppChannel.NAME, name(), from, to, at));
    }
}
