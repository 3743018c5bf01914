package io.parcours.connector.messenger;

import io.parcours.connector.web.Meaning;
import io.parcours.connector.web.MetaAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What Meta's error codes mean for a message, after
 * https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes. The subcode, where it is known,
 * speaks before the code, since one code stands for a closed window, for somebody who does not want to be written to and for a
 * missing permission; and either before the HTTP status.
 */
final class ErrorCodes {

    private static final int INVALID_PARAMETER = 100;
    private static final Set<Integer> TAG = Set.of(10, INVALID_PARAMETER, 200);
    private static final Map<Integer, Meaning> SUBCODES = new HashMap<>();
    private static final Map<Integer, Meaning> CODES = new HashMap<>();

    static {
        // Outside the 24 hours, of the policy of before and of today.
        all(SUBCODES, Meaning.WINDOW_CLOSED, 2018065, 2018278);
        // No such person for this page; they do not receive its messages; not available; the app is in development and
        // they
        // have no part in it.
        all(SUBCODES, Meaning.NOT_HERE, 2018001, 2018108, 1545041, 2018027, 2018028);
        // The page may send nothing for the time being.
        all(SUBCODES, Meaning.ACCOUNT, 1893063);
        // Rate limits of app, user, page and page messages; calls in all; the Send API's own.
        all(CODES, Meaning.TOO_MUCH, 4, 17, 32, 341, 613, 80006);
        // Capability; permission; session; token; blocked for policy violations; no such id.
        all(CODES, Meaning.ACCOUNT, 3, 10, 102, 190, 368, MetaAnswer.NO_SUCH_ALIAS);
        // Not available at the moment, blocked or gone; cannot be answered on this activity.
        all(CODES, Meaning.NOT_HERE, 551, 10903);
        // A temporary failure: it did not leave, and nothing is wrong with the account.
        all(CODES, Meaning.REFUSED, 1200);
    }

    private ErrorCodes() {}

    static Meaning of(MetaAnswer answer) {
        return of(answer.status(), answer.code(), answer.subcode());
    }

    /** @param code 0, like the subcode, where the answer had none */
    static Meaning of(int httpStatus, int code, int subcode) {
        if (SUBCODES.containsKey(subcode)) {
            return SUBCODES.get(subcode);
        }
        if (CODES.containsKey(code)) {
            return CODES.get(code);
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

    /** What Meta says of a tag that the app may not use is said of much else, too: of a permission, or of a parameter. */
    static boolean refusesTheTag(MetaAnswer answer) {
        return TAG.contains(answer.code())
                && !SUBCODES.containsKey(answer.subcode())
                && answer.subcode() != MetaAnswer.NO_SUCH_OBJECT;
    }

    private static void all(Map<Integer, Meaning> table, Meaning meaning, int... codes) {
        for (int code : codes) {
            table.put(code, meaning);
        }
    }
}
