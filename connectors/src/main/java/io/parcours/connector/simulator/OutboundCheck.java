package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a message is one that Meta would take, as far as its form goes. */
final class OutboundCheck {

    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_CAPTION = 1_024;
    private static final int MOST_CONTACTS = 5;
    private static final Set<String> MEDIA = Set.of("image", "document", "audio", "video", "sticker");
    private static final Set<String> TYPES = Set.of(
            "text",
            "interactive",
            "template",
            "image",
            "document",
            "audio",
            "video",
            "sticker",
            "location",
            "contacts",
            "reaction");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{7,15}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    private OutboundCheck() {}

    /** @throws GraphError.Refused in Meta's words */
    static void check(JsonNode message) {
        if (!message.path("messaging_product").asText().equals("whatsapp")) {
            throw parameter("The parameter messaging_product is required and must be 'whatsapp'.");
        }
        if (message.path("recipient_type").asText("individual").equals("group")) {
            throw parameter("Groups are not available to this business.");
        }
        checkAddress(message);
        String type = type(message);
        if (!TYPES.contains(type)) {
            throw parameter("Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION,"
                    + " REACTION, STICKER, TEMPLATE, TEXT, VIDEO} - got \"" + type + "\".");
        }
        JsonNode content = message.path(type);
        if (content.isMissingNode() || content.isNull()) {
            throw parameter("The parameter " + type + " is required.");
        }
        checkContent(type, content);
    }

    static String type(JsonNode message) {
        return message.path("type").asText("text");
    }

    /** The address without what people put between digits; a number goes before a user id. */
    static Subscriber addressee(JsonNode message) {
        return message.path("to").asText().isBlank()
                ? Subscriber.withoutNumber(message.path("recipient").asText(), null)
                : Subscriber.withNumber(message.path("to").asText(), null);
    }

    private static void checkAddress(JsonNode message) {
        String to = message.path("to").asText().replaceAll("[ ()-]", "");
        String recipient = message.path("recipient").asText();
        if (to.isEmpty() && recipient.isEmpty()) {
            throw parameter("The parameter to is required.");
        }
        if (!to.isEmpty() && !NUMBER.matcher(to).matches()) {
            throw value("Recipient is not a valid phone number: " + to);
        }
        if (to.isEmpty() && !USER_ID.matcher(recipient).matches()) {
            throw value("Recipient is not a valid user id: " + recipient);
        }
    }

    private static void checkContent(String type, JsonNode content) {
        switch (type) {
            case "text" -> required(content, "text", "body", LONGEST_TEXT);
            case "interactive" -> InteractiveCheck.check(content);
            case "template" -> checkTemplate(content);
            case "location" ->
                Map.of("latitude", 90, "longitude", 180).forEach((name, most) -> checkDegrees(content, name, most));
            case "reaction" -> required(content, "reaction", "message_id", LONGEST_TEXT);
            case "contacts" -> checkContacts(content);
            default -> checkMedia(type, content);
        }
    }

    private static void checkTemplate(JsonNode template) {
        required(template, "template", "name", 512);
        required(template.path("language"), "template']['language", "code", 20);
    }

    private static void checkContacts(JsonNode contacts) {
        if (!contacts.isArray() || contacts.isEmpty() || contacts.size() > MOST_CONTACTS) {
            throw parameter("Param contacts must be an array of 1 to " + MOST_CONTACTS + " elements.");
        }
    }

    private static void checkMedia(String type, JsonNode media) {
        String link = media.path("link").asText();
        if (!MEDIA.contains(type) || media.hasNonNull("id") == media.hasNonNull("link")) {
            throw parameter("Param " + type + " must have exactly one of id and link.");
        }
        if (!link.isEmpty() && !link.matches("(?i)https?://\\S+")) {
            throw parameter("Param " + type + "['link'] is not a valid URI.");
        }
        atMost(media.path("caption").asText(), LONGEST_CAPTION, type, "caption");
    }

    private static void checkDegrees(JsonNode location, String name, int most) {
        // Degrees written as text are met in the field, and taken.
        double degrees = location.path(name).asDouble(Double.NaN);
        if (Double.isNaN(degrees) || Math.abs(degrees) > most) {
            throw parameter("Param location['" + name + "'] must be a number of degrees.");
        }
    }

    private static void required(JsonNode parent, String path, String name, int most) {
        JsonNode field = parent.path(name);
        if (!field.isTextual() || field.asText().isBlank()) {
            throw parameter("The parameter %s['%s'] is required.".formatted(path, name));
        }
        atMost(field.asText(), most, path, name);
    }

    private static void atMost(String text, int most, String path, String name) {
        if (text.codePointCount(0, text.length()) > most) {
            throw parameter("Param %s['%s'] must be at most %d characters long.".formatted(path, name, most));
        }
    }

    static GraphError.Refused parameter(String details) {
        return new GraphError.Refused(GraphError.parameter(details));
    }

    static GraphError.Refused value(String details) {
        return new GraphError.Refused(GraphError.value(details));
    }
}
