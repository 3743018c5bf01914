package io.parcours.connector.simulator;

import java.util.Map;

/** The Bot API says no, in Telegram's words. */
final class TelegramRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final int retryAfter;

    /** @param retryAfter seconds; 0 where nothing is said of it */
    TelegramRefusal(int code, String description, int retryAfter) {
        super(description, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static TelegramRefusal badRequest(String what) {
        return new TelegramRefusal(400, "Bad Request: " + what, 0);
    }

    static TelegramRefusal tooMany(int seconds) {
        return new TelegramRefusal(429, "Too Many Requests: retry after " + seconds, seconds);
    }

    int code() {
        return code;
    }

    Map<String, Object> json() {
        return Json.object(
                "ok",
                false,
                "error_code",
                code,
                "description",
                getMessage(),
                "parameters",
                retryAfter > 0 ? Json.object("retry_after", retryAfter) : null);
    }
}
