package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.conversation.Preview;
import io.parcours.conversation.Preview.Style;
import java.util.ArrayList;
import java.util.List;

/** Reads back what requests to Telegram would show. */
final class Shown {

    private Shown() {}

    static Preview of(List<ObjectNode> requests) {
        List<String> texts =
                requests.stream().map(request -> request.path("text").asText()).toList();
        JsonNode markup = requests.get(requests.size() - 1).path("reply_markup");
        boolean stays = markup.has("inline_keyboard");
        List<String> labels = new ArrayList<>();
        for (JsonNode row : markup.path(stays ? "inline_keyboard" : "keyboard")) {
            row.forEach(button -> labels.add(button.path("text").asText()));
        }
        Style style = stays ? Style.BUTTONS : Style.QUICK_REPLIES;
        return Preview.choosing(texts, labels.isEmpty() ? Style.TEXT : style, null, labels);
    }
}
