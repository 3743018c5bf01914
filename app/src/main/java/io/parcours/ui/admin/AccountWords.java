package io.parcours.ui.admin;

import io.parcours.ui.component.Words;

/** What is said about an account; a channel may have words of its own. */
final class AccountWords {

    private static final String ALL = "accounts.";

    private final String own;

    AccountWords(String channel) {
        this.own = ALL + channel + ".";
    }

    /** @param key without {@code accounts.} before it */
    String say(String key, Object... values) {
        return Words.known(own + key, values).orElseGet(() -> Words.t(ALL + key, values));
    }
}
