package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import io.parcours.operatordata.SystemState;
import io.parcours.ui.component.Badge;

/** Whether a system is asked, was not asked yet, is left alone because it failed, or is not at work. */
class SystemBadge extends Badge {

    /** @param state null where it is not at work */
    SystemBadge(SystemState state) {
        super(icon(state), t("systems.state." + word(state)), tone(state));
    }

    private static String word(SystemState state) {
        if (state == null) {
            return "down";
        }
        if (!state.works()) {
            return "open";
        }
        return state.calls() == 0 ? "untried" : "up";
    }

    private static String icon(SystemState state) {
        if (state == null) {
            return "octagon-alert";
        }
        if (!state.works()) {
            return "triangle-alert";
        }
        return state.calls() == 0 ? "circle" : "circle-check";
    }

    private static Tone tone(SystemState state) {
        if (state == null || !state.works()) {
            return Tone.LATE;
        }
        return state.calls() == 0 ? Tone.NEUTRAL : Tone.FINE;
    }
}
