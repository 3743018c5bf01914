package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a bot does beside its messages, so that people are not left waiting: it lets go of a pressed button, shows which one was
 * chosen, greets, thanks for a number, leaves groups. No journey knows of it, nobody waits for it, and where it fails nothing
 * is lost.
 */
final class Courtesies {

    /** On the button of an answered question: it means nothing any more. */
    static final String ANSWERED = "-";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ResourceBundle.Control NO_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final TelegramAccount account;
    private final BotApi api;

    Courtesies(TelegramAccount account, BotApi api) {
        this.account = account;
        this.api = api;
    }

    /** The client stops waiting. */
    void release(String callbackId) {
        api.call("answerCallbackQuery", JSON.objectNode().put("callback_query_id", callbackId));
    }

    /** In place of the choices stands the one that was chosen. @param label empty where it is not known: then nothing stands */
    void mark(String chat, long messageId, String label) {
        ObjectNode edit = JSON.objectNode().put("chat_id", Long.parseLong(chat)).put("message_id", messageId);
        ArrayNode rows = edit.putObject("reply_markup").putArray("inline_keyboard");
        if (!label.isBlank()) {
            rows.addArray().addObject().put("text", "✓ " + label).put("callback_data", ANSWERED);
        }
        api.call("editMessageReplyMarkup", edit);
    }

    /** @param offer whether the person is offered to share their number */
    void greet(String chat, String language, boolean offer) {
        ResourceBundle words = words(language);
        String greeting = account.options().greeting();
        String text = greeting == null ? words.getString("greeting") : greeting;
        boolean asks = offer && account.options().askNumber();
        if (text.isBlank() && !asks) {
            return;
        }
        String whole = asks ? (text.strip() + "\n" + words.getString("number.why")).strip() : text.strip();
        ObjectNode message = Rendering.text(chat, whole);
        if (asks) {
            message.set("reply_markup", Keyboards.sharing(words.getString("number.share")));
        }
        api.call("sendMessage", message);
    }

    /** The number has come, and its button goes. */
    void thank(String chat, String language) {
        ObjectNode message = Rendering.text(chat, words(language).getString("number.thanks"));
        message.putObject("reply_markup").put("remove_keyboard", true);
        api.call("sendMessage", message);
    }

    void leave(long group) {
        api.call("leaveChat", JSON.objectNode().put("chat_id", group));
    }

    /** @param language as the person, or their Telegram, speaks; French where it is null or none of ours */
    static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "telegram.courtesies", Locale.forLanguageTag(language == null ? "fr" : language), NO_DEFAULT);
    }
}
