package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.StrictJson;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Preview;
import io.parcours.conversation.Preview.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.whatsapp.model.BaseMessage;

/** Reads back what a request to Meta would show: whatever it says on the wire is what the subscriber sees. */
final class Shown {

    private Shown() {}

    static Preview of(BaseMessage message) {
        JsonNode request = json(message);
        JsonNode interactive = request.path("interactive");
        if (interactive.isMissingNode()) {
            return Preview.text(List.of(request.at("/text/body").asText()));
        }
        List<String> texts = List.of(interactive.at("/body/text").asText());
        JsonNode action = interactive.path("action");
        if (action.has("sections")) {
            return Preview.choosing(texts, Style.LIST, action.path("button").asText(), rows(action));
        }
        List<String> buttons = new ArrayList<>();
        action.path("buttons")
                .forEach(button -> buttons.add(button.at("/reply/title").asText()));
        return Preview.choosing(texts, Style.BUTTONS, null, buttons);
    }

    private static List<String> rows(JsonNode action) {
        List<String> rows = new ArrayList<>();
        for (JsonNode section : action.path("sections")) {
            for (JsonNode row : section.path("rows")) {
                String below = row.path("description").asText("");
                rows.add(row.path("title").asText() + (below.isEmpty() ? "" : "\n" + below));
            }
        }
        return rows;
    }

    private static JsonNode json(BaseMessage message) {
        try {
            return StrictJson.parse(CloudApi.json(message, null).getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
