package io.parcours.ui.admin;

import io.parcours.security.UserAccount;
import io.parcours.ui.component.Badge;
import java.time.Instant;
import java.util.Locale;

/** Whether somebody can sign in. */
enum UserState {
    ACTIVE("circle-check", Badge.Tone.FINE),
    LOCKED("lock", Badge.Tone.SOON),
    DISABLED("ban", Badge.Tone.NEUTRAL);

    private final String icon;
    private final Badge.Tone tone;

    UserState(String icon, Badge.Tone tone) {
        this.icon = icon;
        this.tone = tone;
    }

    static UserState of(UserAccount user, Instant now) {
        if (!user.enabled()) {
            return DISABLED;
        }
        return user.lockedAt(now) ? LOCKED : ACTIVE;
    }

    String icon() {
        return icon;
    }

    String tone() {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    String textKey() {
        return "users.state." + name();
    }

    Badge badge() {
        return new Badge(icon, io.parcours.ui.component.Words.t(textKey()), tone);
    }
}
