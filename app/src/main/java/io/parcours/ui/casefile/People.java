package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import io.parcours.security.ParcoursUser;

/** Colleagues as the screens call them. */
public final class People {

    private People() {}

    /** "Vous" for oneself, the user name for others; null for nobody. */
    public static String name(String username) {
        return isMe(username) ? t("people.me") : username;
    }

    /** The same inside a sentence: "vous". */
    public static String within(String username) {
        return isMe(username) ? t("people.me.within") : username;
    }

    public static boolean isMe(String username) {
        return username != null
                && ParcoursUser.current()
                        .filter(user -> user.username().equals(username))
                        .isPresent();
    }
}
