package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.NumberedLines;
import io.parcours.connector.Splitting;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a message looks at Telegram: one request, or several where the text is long; the buttons are with the last one. */
final class Rendering {

    static final String TOO_LONG = "text-too-long";
    static final String EMPTY = "text-empty";
    static final int LONGEST_TEXT = 4_096;
    private static final int MOST_PIECES = 5;

    private Rendering() {}

    /** @throws SendRefused where it cannot be said here */
    static List<ObjectNode> of(OutboundMessage message) {
        Optional<ObjectNode> keyboard =
                message.text().isBlank() ? Optional.empty() : Keyboards.choosing(message.choices());
        List<String> pieces = pieces(keyboard.isPresent() ? message.text() : NumberedLines.of(message));
        List<ObjectNode> requests = new ArrayList<>();
        pieces.forEach(piece -> requests.add(text(message.to(), piece)));
        ObjectNode last = requests.get(requests.size() - 1);
        if (keyboard.isPresent()) {
            last.set("reply_markup", keyboard.get());
        } else if (asksNumber(message)) {
            last.set(
                    "reply_markup",
                    Keyboards.sharing(Courtesies.words(message.language()).getString("number.share")));
        }
        return requests;
    }

    /** Telegram's clients know their owner's number, and give it at a touch. */
    static boolean asksNumber(OutboundMessage message) {
        return message.expects() == Expectation.MSISDN && message.choices().isEmpty();
    }

    /** Words as they are: nothing in them is taken for markup, and no address in them is looked up to be shown. */
    static ObjectNode text(String chat, String text) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("chat_id", Long.parseLong(chat))
                .put("text", text);
        message.putObject("link_preview_options").put("is_disabled", true);
        return message;
    }

    private static List<String> pieces(String text) {
        if (text.isBlank()) {
            throw new SendRefused(EMPTY, "There is nothing in the text", null);
        }
        List<String> pieces = Splitting.of(text, LONGEST_TEXT);
        if (pieces.size() > MOST_PIECES) {
            String reason = "The text has " + text.length() + " characters, and would be a page of bubbles";
            throw new SendRefused(TOO_LONG, reason, null);
        }
        return pieces;
    }
}
