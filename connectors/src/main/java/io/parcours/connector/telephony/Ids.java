package io.parcours.connector.telephony;

import java.util.UUID;

/** Ids that we give to channels, bridges and the like before we ask for them, so that a repetition makes no second one. */
final class Ids {

    private Ids() {}

    /** @param what such as {@code leg} or {@code bridge} */
    static String next(VoiceAccount account, String what) {
        return prefix(account) + what + "-" + UUID.randomUUID();
    }

    /** Whether this account's application gave it, in this life of the node or an earlier one. */
    static boolean ours(VoiceAccount account, String id) {
        return id.startsWith(prefix(account));
    }

    private static String prefix(VoiceAccount account) {
        return "parcours-" + account.application() + "-";
    }
}
