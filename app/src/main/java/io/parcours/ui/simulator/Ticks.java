package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Span;
import io.parcours.ui.component.Glyph;
import java.util.Locale;

/** Whether the platform has taken what was written, as handsets of messengers show it. */
class Ticks extends Span {

    /** @param state WAITING, FAILED, or anything beyond */
    Ticks(String state) {
        String icon =
                switch (state) {
                    case "WAITING" -> "clock";
                    case "FAILED" -> "circle-alert";
                    default -> "check-check";
                };
        String word = t("simulator.state." + (state.equals("WAITING") ? "WAITING" : "TAKEN"));
        Span hidden = new Span(word);
        hidden.addClassName("p-sr");
        add(new Glyph(icon), hidden);
        addClassNames("p-ticks", "p-ticks-" + state.toLowerCase(Locale.ROOT));
        setTitle(word);
    }
}
