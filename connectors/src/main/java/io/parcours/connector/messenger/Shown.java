package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.StrictJson;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Preview;
import io.parcours.conversation.Preview.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads back what requests to Meta would show: whatever they say on the wire is what the subscriber sees. */
final class Shown {

    private Shown() {}

    static Preview of(List<String> requests) {
        List<String> texts = new ArrayList<>();
        List<String> choices = new ArrayList<>();
        Style style = Style.TEXT;
        for (String request : requests) {
            JsonNode content = json(request).path("message");
            JsonNode buttons = content.at("/attachment/payload");
            texts.add((buttons.isMissingNode() ? content : buttons).path("text").asText());
            if (!buttons.isMissingNode()) {
                style = Style.BUTTONS;
                titles(buttons.path("buttons"), choices);
            } else if (content.has("quick_replies")) {
                style = Style.QUICK_REPLIES;
                titles(content.path("quick_replies"), choices);
            }
        }
        return Preview.choosing(texts, style, null, choices);
    }

    private static void titles(JsonNode buttons, List<String> into) {
        buttons.forEach(button -> into.add(button.path("title").asText()));
    }

    private static JsonNode json(String request) {
        try {
            return StrictJson.parse(request.getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
