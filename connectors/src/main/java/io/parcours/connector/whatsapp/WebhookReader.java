package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.connector.web.StrictJson;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import io.parcours.conversation.ProviderTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a webhook apart. Whatever is JSON comes out as something: what is not understood, as a notice with its reason. */
final class WebhookReader {

    private static final String TEMPLATE = "message_template_status_update";
    private static final Set<String> ENVELOPE = Set.of("messaging_product", "metadata", "contacts");

    private final Source source;
    private final String phoneNumberId;
    private final WhatsAppLine line;
    private final List<Received> received = new ArrayList<>();

    WebhookReader(WhatsAppLine line, Instant now) {
        this.source = Source.of(line, now);
        this.line = line;
        this.phoneNumberId = line.account().phoneNumberId();
    }

    List<Received> read(byte[] octets) throws Unreadable {
        JsonNode webhook = StrictJson.parse(octets);
        JsonNode entries = webhook.path("entry");
        if (!"whatsapp_business_account".equals(webhook.path("object").asText()) || !entries.isArray()) {
            keep(Problem.of("notice.whatsapp.foreign"), webhook);
        } else if (entries.isEmpty()) {
            keep(Problem.of("notice.nothing"), webhook);
        } else {
            entries.forEach(this::readEntry);
        }
        return received;
    }

    private void readEntry(JsonNode entry) {
        JsonNode changes = entry.path("changes");
        if (!changes.isArray() || changes.isEmpty()) {
            keep(Problem.of("notice.whatsapp.noChanges"), entry);
            return;
        }
        for (JsonNode change : changes) {
            try {
                readChange(entry.path("id").asText(), change);
            } catch (RuntimeException misshapen) {
                keepSaid(isSaid(change.path("value")), Problem.of("notice.misshapen.change"), change);
            }
        }
    }

    private void readChange(String businessAccountId, JsonNode change) {
        String field = Fields.word(change, "field").orElse("");
        JsonNode value = change.path("value");
        if (!value.isObject()) {
            keep(Problem.of("notice.whatsapp.noValue", field), change);
        } else if (field.equals(TEMPLATE)
                && businessAccountId.equals(line.account().businessAccountId())) {
            received.add(template(change, value));
        } else if (!Set.of("messages", "user_id_update").contains(field)) {
            keep(News.of(field), change);
        } else if (!phoneNumberId.equals(
                value.path("metadata").path("phone_number_id").asText())) {
            keepSaid(isSaid(value), Problem.of("notice.whatsapp.otherNumber"), change);
        } else {
            readValue(change, value);
        }
    }

    /** Of a template whose state changed; kept as well, with what else Meta says of it. */
    private Received template(JsonNode change, JsonNode value) {
        ProviderTemplate.State state = TemplateReader.state(value.path("event").asText());
        String reason = TemplateReader.reason(value.path("reason").asText(""));
        Notice kept = source.asNotice(News.of(TEMPLATE), change);
        return new Received("template", inbox -> {
            inbox.keep(kept);
            line.shelf()
                    .told(
                            value.path("message_template_name").asText(),
                            value.path("message_template_language").asText(),
                            state,
                            reason);
        });
    }

    private void readValue(JsonNode change, JsonNode value) {
        int before = received.size();
        Iterator<Map.Entry<String, JsonNode>> parts = value.fields();
        while (parts.hasNext()) {
            Map.Entry<String, JsonNode> part = parts.next();
            if (!ENVELOPE.contains(part.getKey())) {
                readPart(part.getKey(), part.getValue(), value);
            }
        }
        if (received.size() == before) {
            keep(Problem.of("notice.nothing"), change);
        }
    }

    private void readPart(String name, JsonNode part, JsonNode value) {
        ElementReader reader =
                switch (name) {
                    case "messages" -> new MessageReader(source, new People(value.path("contacts")));
                    case "statuses" -> new StatusReader(source);
                    case "user_id_update" -> new UserIdReader(source);
                    default -> element -> List.of(source.notice(News.of(name), element));
                };
        if (!part.isArray()) {
            keepSaid(name.equals("messages"), Problem.of("notice.noList", name), part);
            return;
        }
        for (JsonNode element : part) {
            try {
                received.addAll(reader.read(element));
            } catch (RuntimeException misshapen) {
                keepSaid(name.equals("messages"), Problem.of("notice.misshapen.element", name), element);
            }
        }
    }

    /** Whether a subscriber says something in it. */
    private static boolean isSaid(JsonNode value) {
        return !value.path("messages").isEmpty();
    }

    private void keep(Problem reason, JsonNode payload) {
        keepSaid(false, reason, payload);
    }

    private void keepSaid(boolean said, Problem reason, JsonNode payload) {
        received.add(source.kept(said, reason, payload));
    }

    /** Reads one element of a list; never returns nothing. */
    interface ElementReader {

        List<Received> read(JsonNode element);
    }
}
