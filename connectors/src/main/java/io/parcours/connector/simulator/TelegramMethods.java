package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.MediaShelf.Stored;
import io.parcours.connector.simulator.TelegramBubble.Button;
import io.parcours.connector.simulator.TelegramPostman.Webhook;
import io.parcours.connector.simulator.TelegramUpdates.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The methods of the Bot API as far as the platform, and a tester, call them. */
final class TelegramMethods {

    private static final String WEBHOOK =
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
                    + " delete the webhook first";
    private static final int MOST_UPDATES = 100;
    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    private final TelegramLedger ledger;
    private final TelegramFaults faults;
    private final Map<String, TelegramPostman> postmen;
    private final MediaShelf files;

    TelegramMethods(
            TelegramLedger ledger, TelegramFaults faults, Map<String, TelegramPostman> postmen, MediaShelf files) {
        this.ledger = ledger;
        this.faults = faults;
        this.postmen = postmen;
        this.files = files;
    }

    /** @throws TelegramRefusal where Telegram would say no */
    Object call(TelegramBot bot, String method, JsonNode given) throws InterruptedException {
        return switch (method) {
            case "getMe" -> bot.asUser();
            case "getUpdates" -> updates(bot, given);
            case "setWebhook" -> setWebhook(bot, given);
            case "deleteWebhook" -> setWebhook(bot, null);
            case "getWebhookInfo" -> webhookInfo(bot);
            case "sendMessage" -> send(bot, given);
            case "getFile" -> file(bot, given);
            case "answerCallbackQuery" -> release(bot, given);
            case "editMessageReplyMarkup" -> edit(bot, given);
            case "leaveChat" -> leave(bot, given);
            default -> throw new TelegramRefusal(404, "Not Found", 0);
        };
    }

    private List<Map<String, Object>> updates(TelegramBot bot, JsonNode given) throws InterruptedException {
        if (!postmen.get(bot.id()).url().isEmpty()) {
            throw new TelegramRefusal(409, WEBHOOK, 0);
        }
        int limit = Math.max(1, Math.min(given.path("limit").asInt(MOST_UPDATES), MOST_UPDATES));
        Duration patience = Duration.ofSeconds(given.path("timeout").asLong());
        return bot.updates().fetch(given.path("offset").asLong(), limit, patience).stream()
                .map(Told::json)
                .toList();
    }

    private boolean setWebhook(TelegramBot bot, JsonNode given) {
        String url = given == null ? "" : given.path("url").asText();
        postmen.get(bot.id())
                .webhook(
                        url.isEmpty()
                                ? null
                                : new Webhook(url, given.path("secret_token").asText()));
        return true;
    }

    private Object webhookInfo(TelegramBot bot) {
        return Json.object(
                "url",
                postmen.get(bot.id()).url(),
                "has_custom_certificate",
                false,
                "pending_update_count",
                bot.updates().pending());
    }

    private Object send(TelegramBot bot, JsonNode given) {
        faults.nextAnswer().ifPresent(refusal -> {
            throw refusal;
        });
        TelegramCheck.text(given);
        TelegramThread thread = reachable(bot, given.path("chat_id").asLong());
        long id = bot.nextMessageId();
        String text = given.path("text").asText();
        JsonNode markup = given.path("reply_markup");
        List<List<Button>> keyboard = TelegramCheck.keyboard(markup);
        ledger.accept(id, bot.id(), thread.person().key(), text);
        thread.add(new TelegramBubble(id, Instant.now(), false, "text", text, keyboard, true));
        JsonNode below = markup.path("keyboard").path(0).path(0);
        if (below.path("request_contact").asBoolean()) {
            thread.contactButton(below.path("text").asText());
        } else if (markup.path("remove_keyboard").asBoolean()) {
            thread.contactButton("");
        }
        return message(bot, thread, id, text, keyboard);
    }

    private static TelegramThread reachable(TelegramBot bot, long chat) {
        TelegramThread thread = bot.thread(chat).orElseThrow(() -> TelegramRefusal.badRequest("chat not found"));
        if (thread.blocked()) {
            throw new TelegramRefusal(403, "Forbidden: bot was blocked by the user", 0);
        }
        if (!thread.begun()) {
            throw new TelegramRefusal(403, "Forbidden: bot can't initiate conversation with a user", 0);
        }
        return thread;
    }

    /** Takes {@code sendPhoto}, {@code sendDocument} and their like. */
    Object sendFile(TelegramBot bot, String method, FormFile file) {
        faults.nextAnswer().ifPresent(refusal -> {
            throw refusal;
        });
        String kind = method.substring("send".length()).toLowerCase(Locale.ROOT);
        if (!file.fileField().equals(kind)) {
            throw TelegramRefusal.badRequest("there is no " + kind + " in the request");
        }
        TelegramThread thread = reachable(bot, Long.parseLong(file.fields().get("chat_id")));
        files.store(bot.id(), file.type(), file.name(), file.octets());
        long id = bot.nextMessageId();
        ledger.accept(id, bot.id(), thread.person().key(), file.name());
        thread.add(new TelegramBubble(id, Instant.now(), false, kind, file.name(), List.of(), true));
        return message(bot, thread, id, "", List.of());
    }

    /** Where a file is that somebody sent to the bot; in reality for an hour. */
    private Object file(TelegramBot bot, JsonNode given) {
        Stored stored = files.find(given.path("file_id").asText())
                .filter(found -> found.phoneNumberId().equals(bot.id()))
                .orElseThrow(() -> TelegramRefusal.badRequest("wrong file_id or the file is temporarily unavailable"));
        if (stored.bytes().length > LARGEST_FILE) {
            throw TelegramRefusal.badRequest("file is too big");
        }
        return Json.object(
                "file_id",
                stored.id(),
                "file_unique_id",
                "u" + stored.id(),
                "file_size",
                stored.bytes().length,
                "file_path",
                "files/" + stored.id());
    }

    private boolean release(TelegramBot bot, JsonNode given) {
        if (!bot.release(given.path("callback_query_id").asText())) {
            throw TelegramRefusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        return true;
    }

    private Object edit(TelegramBot bot, JsonNode given) {
        long id = given.path("message_id").asLong();
        TelegramThread thread = bot.thread(given.path("chat_id").asLong())
                .orElseThrow(() -> TelegramRefusal.badRequest("chat not found"));
        TelegramBubble bubble = thread.find(id)
                .filter(found -> !found.fromSubscriber())
                .orElseThrow(() -> TelegramRefusal.badRequest("message to edit not found"));
        List<List<Button>> keyboard = TelegramCheck.keyboard(given.path("reply_markup"));
        if (keyboard.equals(bubble.keyboard())) {
            throw TelegramRefusal.badRequest("message is not modified: specified new message content and reply markup"
                    + " are exactly the same as a current content and reply markup of the message");
        }
        thread.keyboard(id, keyboard);
        return message(bot, thread, id, bubble.text(), keyboard);
    }

    private boolean leave(TelegramBot bot, JsonNode given) {
        if (!bot.groups().remove(given.path("chat_id").asLong())) {
            throw TelegramRefusal.badRequest("chat not found");
        }
        return true;
    }

    static Map<String, Object> message(
            TelegramBot bot, TelegramThread thread, long id, String text, List<List<Button>> keyboard) {
        List<List<Map<String, Object>>> rows = keyboard.stream()
                .map(row -> row.stream()
                        .map(button -> Json.object("text", button.text(), "callback_data", button.data()))
                        .toList())
                .toList();
        return Json.object(
                "message_id",
                id,
                "from",
                bot.asUser(),
                "chat",
                thread.person().asChat(),
                "date",
                Instant.now().getEpochSecond(),
                "text",
                text,
                "reply_markup",
                rows.isEmpty() ? null : Json.object("inline_keyboard", rows));
    }
}
