package io.parcours.connector.telegram;

import io.parcours.connector.web.RawPeer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Bot API that answers with the octets it is told, or with silence, a connection a request. */
final class BotPeer extends RawPeer {

    private static final String TAKEN = result("{\"message_id\": 77, \"date\": 1767225600}");

    private static final Pattern ASKED = Pattern.compile("POST /bot(\\d+):[^/]+/getMe ");

    private final Map<String, String> names = new ConcurrentHashMap<>();

    BotPeer() {
        super(0, TAKEN);
    }

    /** From now on the bot of this number is the one of this name; otherwise it is nobody's. */
    BotPeer is(String number, String botName) {
        names.put(number, botName);
        return this;
    }

    @Override
    protected String taken(String request) {
        Matcher asked = ASKED.matcher(request);
        return asked.lookingAt()
                ? result("{\"username\": \"" + names.getOrDefault(asked.group(1), "") + "\"}")
                : super.taken(request);
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
