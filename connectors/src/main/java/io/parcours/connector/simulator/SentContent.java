package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.WhatsAppContent.Media;
import io.parcours.connector.simulator.WhatsAppContent.Place;

/** What the handset shows of a message that the platform sent. */
final class SentContent {

    private SentContent() {}

    /** @throws GraphError.Refused where it is made from a template that cannot be used so */
    static WhatsAppContent of(JsonNode message, TemplateBook templates) {
        String type = OutboundCheck.type(message);
        JsonNode content = message.path(type);
        return switch (type) {
            case "text" -> WhatsAppContent.text(type, content.path("body").asText());
            case "interactive" -> interactive(content);
            case "template" -> templates.filled(content);
            case "location" -> WhatsAppContent.place(place(content));
            case "reaction" -> WhatsAppContent.text(type, content.path("emoji").asText());
            case "contacts" -> WhatsAppContent.text(type, contact(content.path(0)));
            default -> WhatsAppContent.media(type, content.path("caption").asText(), file(content));
        };
    }

    private static WhatsAppContent interactive(JsonNode content) {
        return new WhatsAppContent(
                "interactive",
                content.path("body").path("text").asText(),
                content.path("header").path("text").asText(),
                content.path("footer").path("text").asText(),
                content.path("action").path("button").asText(),
                InteractiveCheck.choices(content),
                null,
                null);
    }

    private static Place place(JsonNode location) {
        return new Place(
                location.path("latitude").asDouble(),
                location.path("longitude").asDouble(),
                location.path("name").asText(),
                location.path("address").asText());
    }

    private static String contact(JsonNode contact) {
        return contact.path("name").path("formatted_name").asText();
    }

    private static Media file(JsonNode media) {
        return new Media(
                media.path("id").asText(null),
                media.path("link").asText(null),
                "",
                media.path("filename").asText(),
                0);
    }
}
