package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.MessengerBubble.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a request is one that Meta's Send API would take, as far as its form goes. */
final class SendCheck {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_ABOVE_BUTTONS = 640;
    private static final int LONGEST_TITLE = 20;
    private static final int LONGEST_PAYLOAD = 1_000;
    private static final int MOST_REPLIES = 13;
    private static final int MOST_BUTTONS = 3;
    private static final Set<String> TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY");
    private static final Set<String> RETIRED =
            Set.of("ACCOUNT_UPDATE", "POST_PURCHASE_UPDATE", "CONFIRMED_EVENT_UPDATE");

    /** Of what a person wrote. */
    static final String HUMAN_AGENT = "HUMAN_AGENT";

    private SendCheck() {}

    /** @throws GraphError.Refused in Meta's words */
    static void check(JsonNode request) {
        if (request.path("recipient").path("id").asText().isBlank()) {
            throw parameter("The parameter recipient is required");
        }
        String type = request.path("messaging_type").asText("RESPONSE");
        String tag = request.path("tag").asText();
        if (type.equals("MESSAGE_TAG") && !tag.equals(HUMAN_AGENT)) {
            throw parameter(
                    RETIRED.contains(tag) ? "The tag " + tag + " is no longer supported" : "Invalid tag: " + tag);
        }
        if (!TYPES.contains(type)) {
            throw parameter("Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG, UTILITY}");
        }
        JsonNode message = request.path("message");
        int kinds = (message.hasNonNull("text") ? 1 : 0)
                + (message.hasNonNull("attachment") ? 1 : 0)
                + (message.hasNonNull("template") ? 1 : 0);
        if (kinds != 1 || message.hasNonNull("template") != type.equals("UTILITY")) {
            throw parameter("Message cannot be empty, must provide valid attachment or text");
        }
        checkContent(message);
    }

    /** What the person may choose from. */
    static List<Choice> choices(JsonNode message) {
        List<Choice> choices = new ArrayList<>();
        message.path("quick_replies").forEach(reply -> choices.add(choice(reply)));
        message.path("attachment").path("payload").path("buttons").forEach(button -> choices.add(choice(button)));
        return choices;
    }

    static String text(JsonNode message) {
        return message.hasNonNull("text")
                ? message.path("text").asText()
                : message.path("attachment").path("payload").path("text").asText();
    }

    static boolean buttons(JsonNode message) {
        return message.path("attachment")
                .path("payload")
                .path("template_type")
                .asText()
                .equals("button");
    }

    private static void checkContent(JsonNode message) {
        if (message.hasNonNull("text")) {
            length("message[text]", message.path("text"), LONGEST_TEXT);
        }
        JsonNode replies = message.path("quick_replies");
        if (replies.size() > MOST_REPLIES) {
            throw parameter("Param message[quick_replies] must have at most " + MOST_REPLIES + " elements");
        }
        for (JsonNode reply : replies) {
            if (!reply.path("content_type").asText().equals("text")) {
                throw parameter("Param content_type must be one of {TEXT, USER_PHONE_NUMBER, USER_EMAIL}");
            }
            checkChoice(reply);
        }
        if (message.hasNonNull("attachment")) {
            checkAttachment(message.path("attachment"));
        }
    }

    private static void checkAttachment(JsonNode attachment) {
        if (!attachment.path("type").asText().equals("template")) {
            return;
        }
        JsonNode payload = attachment.path("payload");
        if (!payload.path("template_type").asText().equals("button")) {
            throw parameter("Invalid template type");
        }
        length("payload[text]", payload.path("text"), LONGEST_ABOVE_BUTTONS);
        JsonNode buttons = payload.path("buttons");
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            throw parameter("Param payload[buttons] must have 1 to " + MOST_BUTTONS + " elements");
        }
        for (JsonNode button : buttons) {
            if (!button.path("type").asText().equals("postback")) {
                throw parameter("Param type must be one of {POSTBACK, WEB_URL}");
            }
            checkChoice(button);
        }
    }

    private static void checkChoice(JsonNode choice) {
        length("title", choice.path("title"), LONGEST_TITLE);
        length("payload", choice.path("payload"), LONGEST_PAYLOAD);
    }

    private static Choice choice(JsonNode node) {
        return new Choice(node.path("title").asText(), node.path("payload").asText());
    }

    private static void length(String name, JsonNode text, int most) {
        String given = text.asText();
        if (!text.isTextual() || given.isBlank() || given.codePointCount(0, given.length()) > most) {
            throw parameter("Length of param " + name + " must be from 1 to " + most);
        }
    }

    static GraphError.Refused parameter(String message) {
        return new GraphError.Refused(GraphError.of(400, 100, null, message, ""));
    }
}
