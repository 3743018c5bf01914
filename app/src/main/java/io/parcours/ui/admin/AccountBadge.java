package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import io.parcours.account.AccountSetUp;
import io.parcours.ui.component.Badge;

/** In what condition an account is. */
class AccountBadge extends Badge {

    enum Condition {
        WORKS("accounts.works", "circle-check", Tone.FINE),
        /** It sends, but nothing comes in by it. */
        DEAF("accounts.deaf", "triangle-alert", Tone.LATE),
        DOWN("accounts.down", "octagon-alert", Tone.LATE);

        private final String key;
        private final String icon;
        private final Tone tone;

        Condition(String key, String icon, Tone tone) {
            this.key = key;
            this.icon = icon;
            this.tone = tone;
        }

        static Condition of(AccountSetUp account) {
            return account.state()
                    .filter(state -> state.works())
                    .map(state -> state.deaf() == null ? WORKS : DEAF)
                    .orElse(DOWN);
        }
    }

    AccountBadge(Condition condition) {
        super(condition.icon, t(condition.key), condition.tone);
    }
}
