package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.TelegramBubble.Button;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at what a bot sends as Telegram does. */
final class TelegramCheck {

    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_DATA = 64;
    private static final int MOST_BUTTONS = 100;

    private TelegramCheck() {}

    /** @throws TelegramRefusal where Telegram would not take it */
    static void text(JsonNode message) {
        String text = message.path("text").asText();
        if (!message.path("chat_id").isIntegralNumber()
                && !message.path("chat_id").isTextual()) {
            throw TelegramRefusal.badRequest("chat_id is empty");
        }
        if (text.isBlank()) {
            throw TelegramRefusal.badRequest("message text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw TelegramRefusal.badRequest("message is too long");
        }
    }

    /** @throws TelegramRefusal where Telegram would not take it */
    static List<List<Button>> keyboard(JsonNode markup) {
        List<List<Button>> rows = new ArrayList<>();
        int buttons = 0;
        for (JsonNode row : markup.path("inline_keyboard")) {
            List<Button> read = new ArrayList<>();
            for (JsonNode button : row) {
                read.add(button(button));
            }
            buttons += read.size();
            if (!read.isEmpty()) {
                rows.add(read);
            }
        }
        if (buttons > MOST_BUTTONS) {
            throw TelegramRefusal.badRequest("reply markup is too long");
        }
        return rows;
    }

    private static Button button(JsonNode button) {
        String text = button.path("text").asText();
        String data = button.path("callback_data").asText();
        int octets = data.getBytes(StandardCharsets.UTF_8).length;
        if (text.isBlank()) {
            throw TelegramRefusal.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline" + " keyboard");
        }
        if (octets < 1 || octets > LONGEST_DATA) {
            throw TelegramRefusal.badRequest("BUTTON_DATA_INVALID");
        }
        return new Button(text, data);
    }
}
