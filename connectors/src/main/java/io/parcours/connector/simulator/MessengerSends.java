package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.MessengerBubble.State;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes what the platform sends, or refuses it in Meta's words. */
final class MessengerSends {

    private final MessengerPeople people;
    private final TemplateBook templates;
    private final MessengerLedger ledger;
    private final MessengerFaults faults;
    private final Map<String, MessengerReceipts> receipts;

    MessengerSends(
            MessengerPeople people,
            TemplateBook templates,
            MessengerLedger ledger,
            MessengerFaults faults,
            Map<String, MessengerReceipts> receipts) {
        this.people = people;
        this.templates = templates;
        this.ledger = ledger;
        this.faults = faults;
        this.receipts = receipts;
    }

    /**
     * What is answered.
     *
     * @param detail for the protocol log
     */
    record Taken(Object answer, String subscriber, String id, String detail) {}

    /** @throws GraphError.Refused where Meta would not take it */
    Taken take(MessengerSimAccount account, byte[] body) {
        JsonNode request = Json.read(body).orElseThrow(() -> SendCheck.parameter("The body is not a JSON object"));
        SendCheck.check(request);
        String psid = request.path("recipient").path("id").asText();
        MessengerThread thread = people.find(account.pageId(), psid)
                .orElseThrow(() -> refusal(400, 100, 2018001, "No matching user found"));
        String type = request.path("messaging_type").asText("RESPONSE");
        if (thread.blocked()) {
            throw refusal(400, 551, 1545041, "This person isn't available right now.");
        }
        boolean tagged = type.equals("MESSAGE_TAG");
        if (tagged && !faults.humanAgent) {
            throw new GraphError.Refused(
                    GraphError.of(403, 10, null, "Application does not have permission for this action", ""));
        }
        if (!type.equals("UTILITY") && !(tagged ? thread.answerable() : thread.windowOpen())) {
            throw refusal(400, 10, 2018278, "This message is sent outside of allowed window.");
        }
        JsonNode message = request.path("message");
        MessengerBubble said = bubble(account, psid, message);
        ledger.accept(said.id(), account.pageId(), psid, type, said.text());
        say(account, thread, said, message.path("metadata").asText(null));
        Object answer = Json.object("recipient_id", psid, "message_id", said.id());
        return new Taken(answer, psid, said.id(), detail(said));
    }

    /** Somebody at the page answers by hand, beside the platform. */
    String byHand(MessengerSimAccount account, MessengerThread thread, String text) {
        MessengerBubble said = new MessengerBubble(
                mid(), Instant.now(), account.pageId(), thread.psid(), false, "text", text, List.of(), "", State.SENT);
        say(account, thread, said, null);
        return said.id();
    }

    private void say(MessengerSimAccount account, MessengerThread thread, MessengerBubble said, String metadata) {
        thread.add(said);
        Map<String, Object> echo = Json.object(
                "mid",
                said.id(),
                "text",
                said.text(),
                "is_echo",
                true,
                "app_id",
                metadata == null ? null : 1517776481860111L,
                "metadata",
                metadata);
        receipts.get(account.pageId()).follow(thread, said, faults.echoes ? echo : null);
    }

    private MessengerBubble bubble(MessengerSimAccount account, String psid, JsonNode message) {
        String type = message.hasNonNull("template") ? "template" : SendCheck.buttons(message) ? "buttons" : "text";
        String text = type.equals("template") ? filled(message.path("template")) : SendCheck.text(message);
        return new MessengerBubble(
                mid(),
                Instant.now(),
                account.pageId(),
                psid,
                false,
                type,
                text,
                SendCheck.choices(message),
                "",
                State.SENT);
    }

    /** Messenger has no codes of its own for templates: whatever is wrong is an invalid parameter. */
    private String filled(JsonNode template) {
        try {
            return templates.filled(template).text();
        } catch (GraphError.Refused wrong) {
            throw SendCheck.parameter(wrong.error().details());
        }
    }

    private static GraphError.Refused refusal(int status, int code, int subcode, String message) {
        return new GraphError.Refused(GraphError.of(status, code, subcode, message, ""));
    }

    private static String detail(MessengerBubble said) {
        String text = said.text().replace('\n', ' ');
        return said.type() + ": " + text.substring(0, Math.min(60, text.length()));
    }

    /** None is given again after a restart, since the platform remembers them. */
    static String mid() {
        UUID random = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        return "m_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
