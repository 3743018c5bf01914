package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.Splitting;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.Template;
import java.util.ArrayList;
import java.util.List;

/** How a message looks at Messenger: one request, or several where the text is long; the choices are with the last one. */
final class Rendering {

    /** By which we know our own words when Meta tells them back to us. */
    static final String OURS = "parcours";

    static final String TOO_LONG = "text-too-long";
    static final String NO_UTILITY = "no-utility-messages";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PIECES = 5;

    private final MessengerAccount account;

    Rendering(MessengerAccount account) {
        this.account = account;
    }

    /** @throws SendRefused where it cannot be said here */
    List<String> of(OutboundMessage message) {
        if (message.template().isPresent()) {
            return List.of(utility(message.to(), message.template().get()));
        }
        Choosing choosing = Choosing.of(message);
        if (choosing.buttons().isPresent()) {
            return List.of(response(message, buttons(choosing)));
        }
        List<String> pieces = pieces(choosing.text());
        List<String> requests = new ArrayList<>();
        for (String piece : pieces) {
            ObjectNode content = JSON.objectNode().put("text", piece);
            if (requests.size() == pieces.size() - 1) {
                choosing.quickReplies().ifPresent(replies -> content.set("quick_replies", replies));
            }
            requests.add(response(message, content));
        }
        return requests;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = Splitting.of(text, LONGEST_TEXT);
        if (pieces.size() > MOST_PIECES) {
            String reason = "The text has " + text.length() + " characters, and would be a page of bubbles";
            throw new SendRefused(TOO_LONG, reason, null);
        }
        return pieces;
    }

    private static ObjectNode buttons(Choosing choosing) {
        ObjectNode payload = JSON.objectNode().put("template_type", "button").put("text", choosing.text());
        payload.set("buttons", choosing.buttons().orElseThrow());
        ObjectNode attachment = JSON.objectNode().put("type", "template");
        attachment.set("payload", payload);
        return JSON.objectNode().set("attachment", attachment);
    }

    private String utility(String to, Template template) {
        if (!account.options().utilityMessages()) {
            throw new SendRefused(
                    SendRefused.Kind.NO_TEMPLATE, NO_UTILITY, "The page sends nothing after the 24 hours", null);
        }
        ArrayNode components = JSON.arrayNode();
        if (!template.parameters().isEmpty()) {
            ObjectNode body = components.addObject().put("type", "body");
            ArrayNode parameters = body.putArray("parameters");
            template.parameters()
                    .forEach(value -> parameters.addObject().put("type", "text").put("text", line(value)));
        }
        ObjectNode content = JSON.objectNode().put("name", template.name());
        content.putObject("language").put("code", template.language());
        content.set("components", components);
        ObjectNode request = JSON.objectNode().put("messaging_type", "UTILITY");
        return request(to, request, JSON.objectNode().set("template", content));
    }

    /** As in WhatsApp's templates: no line ends and no rows of spaces in a parameter, and none that is empty. */
    private static String line(String value) {
        String line =
                value == null ? "" : value.replaceAll("[\\s\\u00a0]+", " ").strip();
        return line.isEmpty() ? "-" : line;
    }

    private static String response(OutboundMessage message, ObjectNode content) {
        ObjectNode request = message.late()
                ? JSON.objectNode().put("messaging_type", "MESSAGE_TAG").put("tag", "HUMAN_AGENT")
                : JSON.objectNode().put("messaging_type", "RESPONSE");
        return request(message.to(), request, content);
    }

    private static String request(String to, ObjectNode request, ObjectNode content) {
        request.putObject("recipient").put("id", to);
        request.set("message", content.put("metadata", OURS));
        return request.toString();
    }
}
