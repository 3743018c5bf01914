package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import io.parcours.operatordata.SystemState;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Badge.Tone;

/** Whether a system is asked, was not asked yet, is left alone because it failed, or is not at work. */
final class SystemBadge {

    private SystemBadge() {}

    /** @param state null where it is not at work */
    static Badge of(SystemState state) {
        if (state == null) {
            return new Badge("octagon-alert", t("systems.state.down"), Tone.LATE);
        }
        if (!state.works()) {
            return new Badge("triangle-alert", t("systems.state.open"), Tone.LATE);
        }
        return state.calls() == 0
                ? new Badge("circle", t("systems.state.untried"), Tone.NEUTRAL)
                : new Badge("circle-check", t("systems.state.up"), Tone.FINE);
    }
}
