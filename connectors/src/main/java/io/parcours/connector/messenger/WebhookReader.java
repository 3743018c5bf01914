package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.connector.web.StrictJson;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

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
            keep(Problem.of("notice.messenger.noWebhook"), webhook);
        } else if (!object.equals("page")) {
            keep(Problem.of("notice.messenger.foreign", object), webhook);
        } else if (entries.isEmpty()) {
            keep(Problem.of("notice.nothing"), webhook);
        } else {
            entries.forEach(this::readEntry);
        }
        return received;
    }

    private void readEntry(JsonNode entry) {
        if (!pageId.equals(Fields.text(entry, "id"))) {
            otherPage(entry);
            return;
        }
        int before = received.size();
        readList(entry, "messaging", this::readEvent);
        readList(entry, "standby", event -> keep(Problem.of("notice.messenger.standby"), event));
        readList(entry, "changes", this::readChange);
        if (received.size() == before) {
            keep(Problem.of("notice.messenger.noEvents"), entry);
        }
    }

    private void readList(JsonNode entry, String name, Consumer<JsonNode> element) {
        JsonNode list = entry.path(name);
        if (list.isArray()) {
            list.forEach(element);
        } else if (entry.hasNonNull(name)) {
            received.add(source.kept(isSaid(list), Problem.of("notice.noList", name), entry));
        }
    }

    private void readChange(JsonNode change) {
        Problem reason = Fields.word(change, "field")
                .map(field -> Problem.of("notice.news", field))
                .orElseGet(() -> Problem.of("notice.change.noName"));
        keep(reason, change);
    }

    private void readEvent(JsonNode event) {
        try {
            received.addAll(events.read(event));
        } catch (RuntimeException misshapen) {
            received.add(source.kept(isSaid(event), Problem.of("notice.misshapen.event"), event));
        }
    }

    /** Of a page that nobody set up here, somebody's words are nobody's. */
    private void otherPage(JsonNode entry) {
        boolean said = StreamSupport.stream(entry.path("messaging").spliterator(), false)
                .anyMatch(WebhookReader::isSaid);
        received.add(source.kept(said, Problem.of("notice.messenger.otherPage"), entry));
    }

    /** Whether a subscriber says something by it. */
    private static boolean isSaid(JsonNode event) {
        return event.has("postback")
                || event.has("message")
                        && !event.path("message").path("is_echo").asBoolean();
    }

    private void keep(Problem reason, JsonNode payload) {
        received.add(source.notice(reason, payload));
    }
}
