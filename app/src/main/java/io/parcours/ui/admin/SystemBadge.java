package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import io.parcours.operatordata.SystemState;
import io.parcours.ui.component.Badge;

/** Whether a system is asked, or left alone because it failed. */
class SystemBadge extends Badge {

    SystemBadge(SystemState state) {
        super(
                state.works() ? "circle-check" : "triangle-alert",
                t(state.works() ? "systems.state.up" : "systems.state.open"),
                state.works() ? Tone.FINE : Tone.LATE);
    }
}
