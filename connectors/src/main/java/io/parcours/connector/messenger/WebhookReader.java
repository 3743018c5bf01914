package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.connector.web.StrictJson;
import io.parcours.connector.web.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes a webhook apart. Whatever is JSON comes out as something: what is not understood, as a notice with its reason. */
final class WebhookReader {

    private final Source source;
    private final String pageId;
    private final EventReader events;
    private final List<Received> received = new ArrayList<>();

    WebhookReader(MessengerLine line, Checks checks, Instant now) {
        this.source = Source.of(line, now);
        this.pageId = line.account().pageId();
        this.events = new EventReader(source, line, checks);
    }

    List<Received> read(byte[] octets) throws Unreadable {
        JsonNode webhook = StrictJson.parse(octets);
        JsonNode entries = webhook.path("entry");
        String object = Fields.word(webhook, "object").orElse("");
        if (object.isEmpty() || !entries.isArray()) {
            keep("no webhook", webhook);
        } else if (!object.equals("page")) {
            keep("about " + object + ", not about a page", webhook);
        } else if (entries.isEmpty()) {
            keep("nothing in it", webhook);
        } else {
            entries.forEach(this::readEntry);
        }
        return received;
    }

    private void readEntry(JsonNode entry) {
        if (!pageId.equals(Fields.text(entry, "id"))) {
            keep("for another page", entry);
            return;
        }
        int before = received.size();
        entry.path("messaging").forEach(this::readEvent);
        entry.path("standby").forEach(event -> keep("in the hands of another app", event));
        entry.path("changes")
                .forEach(change -> keep(Fields.word(change, "field").orElse("change without a name"), change));
        if (received.size() == before) {
            keep("entry without events", entry);
        }
    }

    private void readEvent(JsonNode event) {
        try {
            received.addAll(events.read(event));
        } catch (RuntimeException misshapen) {
            keep("misshapen event", event);
        }
    }

    private void keep(String reason, JsonNode payload) {
        received.add(source.notice(reason, payload));
    }
}
