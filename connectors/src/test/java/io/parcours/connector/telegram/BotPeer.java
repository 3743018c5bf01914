package io.parcours.connector.telegram;

import io.parcours.connector.web.RawPeer;

/** A Bot API that answers with the octets it is told, or with silence, a connection a request. */
final class BotPeer extends RawPeer {

    private static final String TAKEN = result("{\"message_id\": 77, \"date\": 1767225600}");

    BotPeer() {
        super(0, TAKEN);
    }

    static String result(String result) {
        return answer(200, "{\"ok\": true, \"result\": " + result + "}");
    }

    static String error(int code, String description) {
        return answer(code, "{\"ok\": false, \"error_code\": " + code + ", \"description\": \"" + description + "\"}");
    }

    static String flood(int seconds) {
        return answer(
                429,
                "{\"ok\": false, \"error_code\": 429, \"description\": \"Too Many Requests: retry after " + seconds
                        + "\", \"parameters\": {\"retry_after\": " + seconds + "}}");
    }
}
