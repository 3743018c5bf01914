package io.parcours.connector.telegram;

/** Updates as Telegram words them, written for these tests. */
final class Payload {

    static final long AWA = 9_100_001;

    static final String FROM =
            "{\"id\": " + AWA + ", \"is_bot\": false, \"first_name\": \"Awa\", \"last_name\": \"Dossou\","
                    + " \"language_code\": \"fr\"}";
    static final String CHAT = "{\"id\": " + AWA + ", \"type\": \"private\", \"first_name\": \"Awa\"}";

    private Payload() {}

    static String update(long id, String kind, String content) {
        return "{\"update_id\": " + id + ", \"" + kind + "\": " + content + "}";
    }

    /** @param content the message's own fields */
    static String body(long id, String chat, String content) {
        return "{\"message_id\": " + id + ", \"from\": " + FROM + ", \"chat\": " + chat + ", \"date\": 1767225600, "
                + content + "}";
    }

    static String message(long id, String content) {
        return update(1_000 + id, "message", body(id, CHAT, content));
    }

    static String text(long id, String text) {
        return message(id, "\"text\": \"" + text + "\"");
    }

    /** The press of a button under a message that shows two. */
    static String press(String callbackId, long messageId, String data) {
        String question = body(messageId, CHAT, """
                "text": "Lequel ?", "reply_markup": {"inline_keyboard": [[
                  {"text": "Facturation", "callback_data": "q#BILL"}, {"text": "Réseau", "callback_data": "#1"}]]}
                """);
        return callback(callbackId, question, data);
    }

    static String callback(String callbackId, String message, String data) {
        return update(
                2_000,
                "callback_query",
                "{\"id\": \"" + callbackId + "\", \"from\": " + FROM + ", \"chat_instance\": \"1\", \"message\": "
                        + message + ", \"data\": \"" + data + "\"}");
    }
}
