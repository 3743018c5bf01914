package io.parcours.connector.whatsapp;

import io.parcours.connector.web.Meaning;
import io.parcours.connector.web.MetaAnswer;
import io.parcours.conversation.SendRefused;
import java.util.HashMap;
import java.util.Map;

/**
 * What Meta's error codes mean for a message, after
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/. The code speaks before the HTTP status,
 * which varies between versions of the API.
 */
final class ErrorCodes {

    private static final int INVALID_PARAMETER = 100;
    private static final Map<Integer, Meaning> TABLE = new HashMap<>();

    static {
        // Rate limits of app, business and number; spam limit; service unavailable; server busy; maintenance.
        all(Meaning.TOO_MUCH, 4, 80007, 130429, 131048, 131016, 133004, 131057);
        all(Meaning.TOO_MUCH_TO_ONE, 131056);
        // No API access; capability; permission; token; policy violation; no such id; access denied; locked;
        // certificate; name not approved; not registered.
        all(Meaning.ACCOUNT, 3, 10, 190, 368, MetaAnswer.NO_SUCH_ALIAS, 131005, 131031, 131037, 131045, 133010);
        all(Meaning.WINDOW_CLOSED, 131047, 470);
        // Undeliverable; not on the test list; marketing limit of Meta or of the user; experiment; country; to itself;
        // user id.
        all(Meaning.NOT_HERE, 131026, 131030, 131049, 131050, 130472, 130497, 131021, 131062);
        // The first is that of an account that does not pay; what it may not send goes by the next channel.
        all(Meaning.NO_TEMPLATE, 131042, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068);
    }

    private ErrorCodes() {}

    /** @param code 0 where the answer had none */
    static Meaning of(int httpStatus, int code, int subcode) {
        Meaning byCode = TABLE.get(code);
        if (byCode != null) {
            return byCode;
        }
        if (code == INVALID_PARAMETER && subcode == MetaAnswer.NO_SUCH_OBJECT || code >= 200 && code < 300) {
            return Meaning.ACCOUNT;
        }
        return switch (httpStatus) {
            case 429, 503 -> Meaning.TOO_MUCH;
            case 401, 403 -> Meaning.ACCOUNT;
            default -> httpStatus >= 500 ? Meaning.UNKNOWN : Meaning.REFUSED;
        };
    }

    /** What would help a message that was taken and then called undeliverable. */
    static SendRefused.Kind refusal(int code) {
        return TABLE.getOrDefault(code, Meaning.REFUSED).kind();
    }

    private static void all(Meaning meaning, int... codes) {
        for (int code : codes) {
            TABLE.put(code, meaning);
        }
    }
}
