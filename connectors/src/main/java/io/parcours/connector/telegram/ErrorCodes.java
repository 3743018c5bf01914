package io.parcours.connector.telegram;

import io.parcours.connector.web.Meaning;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an answer means that is no success. Telegram's codes are those of HTTP, and what a 400 or a 403 is about stands in its
 * words alone (https://core.telegram.org/bots/api#making-requests).
 */
final class ErrorCodes {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** Where the subscriber cannot be reached, what messages and facts call the reason. */
    private static final Map<String, String> NOT_HERE = new LinkedHashMap<>();

    static {
        NOT_HERE.put("blocked by the user", "blocked");
        NOT_HERE.put("user is deactivated", "deactivated");
        NOT_HERE.put("can't initiate conversation", "not-started");
        NOT_HERE.put("chat not found", "chat-not-found");
        NOT_HERE.put("user not found", "chat-not-found");
        NOT_HERE.put("peer_id_invalid", "chat-not-found");
        NOT_HERE.put("upgraded to a supergroup", "group");
        NOT_HERE.put("have no rights to send", "group");
    }

    private ErrorCodes() {}

    static Meaning of(BotAnswer answer) {
        return switch (answer.reason()) {
            case TOO_MANY -> Meaning.TOO_MUCH;
            case UNAUTHORIZED, NOT_FOUND -> Meaning.ACCOUNT;
            case FORBIDDEN -> Meaning.NOT_HERE;
            case BAD_REQUEST -> known(answer) == null ? Meaning.REFUSED : Meaning.NOT_HERE;
            default -> answer.reason() >= SERVER_ERROR ? Meaning.UNKNOWN : Meaning.REFUSED;
        };
    }

    /** As messages and facts name it. */
    static String name(BotAnswer answer) {
        String known = known(answer);
        return known == null ? "http-" + answer.reason() : known;
    }

    private static String known(BotAnswer answer) {
        return NOT_HERE.entrySet().stream()
                .filter(entry -> answer.says(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
