package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.Phones.Person;
import io.parcours.connector.simulator.Statuses.Sent;
import io.parcours.connector.simulator.WhatsAppBubble.State;
import java.util.List;
import java.util.Map;

/** Takes what the platform sends, or refuses it in Meta's words. */
final class OutboundMessages {

    private final Phones phones;
    private final Bubbles bubbles;
    private final TemplateBook templates;
    private final WhatsAppLedger ledger;
    private final WhatsAppFaults faults;
    private final Map<String, Statuses> statuses;

    OutboundMessages(
            Phones phones,
            Bubbles bubbles,
            TemplateBook templates,
            WhatsAppLedger ledger,
            WhatsAppFaults faults,
            Map<String, Statuses> statuses) {
        this.phones = phones;
        this.bubbles = bubbles;
        this.templates = templates;
        this.ledger = ledger;
        this.faults = faults;
        this.statuses = statuses;
    }

    /**
     * What is answered.
     *
     * @param detail for the protocol log
     */
    record Taken(Object answer, String subscriber, String id, String detail) {}

    List<TemplateBook.Entry> templates() {
        return templates.list();
    }

    /** @throws GraphError.Refused where Meta would not take it */
    Taken take(WhatsAppSimAccount account, byte[] body) {
        JsonNode message = Json.read(body).orElseThrow(() -> OutboundCheck.parameter("The body is not a JSON object."));
        if (message.path("status").asText().equals("read")) {
            return markRead(account, message.path("message_id").asText());
        }
        OutboundCheck.check(message);
        WhatsAppContent content = SentContent.of(message, templates);
        Person to = phones.of(OutboundCheck.addressee(message));
        GraphError undeliverable = undeliverable(account, content, to);
        if (undeliverable != null && !faults.failsLater) {
            throw new GraphError.Refused(undeliverable);
        }
        Sent sent = keep(account, message, content, to);
        if (undeliverable == null) {
            statuses.get(account.phoneNumberId()).follow(sent);
        } else {
            statuses.get(account.phoneNumberId()).fail(sent, undeliverable);
        }
        return new Taken(answer(message, to, sent.id()), to.subscriber().key(), sent.id(), detail(content));
    }

    private Sent keep(WhatsAppSimAccount account, JsonNode message, WhatsAppContent content, Person to) {
        String id = Wamids.next();
        String tag = message.path("biz_opaque_callback_data").asText();
        String replyTo = message.path("context").path("message_id").asText(null);
        ledger.accept(id, account.phoneNumberId(), to.subscriber().key(), content, tag);
        if (content.type().equals("reaction")) {
            bubbles.react(message.path("reaction").path("message_id").asText(), content.text());
        } else {
            bubbles.add(id, account.phoneNumberId(), to, false, content, replyTo);
        }
        return new Sent(id, to, content.type().equals("template") ? "utility" : "service", tag);
    }

    private static GraphError undeliverable(WhatsAppSimAccount account, WhatsAppContent content, Person to) {
        if (to.absent) {
            return GraphError.of(400, GraphError.UNDELIVERABLE, "Message undeliverable.");
        }
        if (content.type().equals("template") || to.windowOpen(account.phoneNumberId())) {
            return null;
        }
        return GraphError.of(
                400,
                GraphError.WINDOW_CLOSED,
                "Message failed to send because more than 24 hours have passed since the customer last replied to"
                        + " this number.");
    }

    private Taken markRead(WhatsAppSimAccount account, String id) {
        WhatsAppBubble bubble = bubbles.find(id)
                .filter(found -> found.fromSubscriber() && found.phoneNumberId().equals(account.phoneNumberId()))
                .orElseThrow(() -> OutboundCheck.value("Message ID is invalid: " + id));
        bubbles.advance(id, State.READ);
        return new Taken(Json.object("success", true), bubble.subscriber(), id, "read");
    }

    private static Object answer(JsonNode message, Person to, String id) {
        String number = message.path("to").asText();
        Object contact = number.isBlank()
                ? Json.object(
                        "input",
                        message.path("recipient").asText(),
                        "user_id",
                        to.subscriber().userId())
                : Json.object("input", number, "wa_id", to.subscriber().waId());
        return Json.object(
                "messaging_product",
                "whatsapp",
                "contacts",
                List.of(contact),
                "messages",
                List.of(Json.object("id", id)));
    }

    private static String detail(WhatsAppContent content) {
        String text = content.text().replace('\n', ' ');
        return content.type() + ": " + text.substring(0, Math.min(60, text.length()));
    }
}
