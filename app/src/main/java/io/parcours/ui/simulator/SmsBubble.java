package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Span;
import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.ui.component.Bubble;
import io.parcours.ui.component.Glyph;

/** A text on the handset, with its ticks. */
class SmsBubble extends Bubble {

    SmsBubble(SimulatedSms sms) {
        super(sms.text(), !sms.fromSubscriber(), sms.at());
        if (sms.parts() > 1) {
            with(new Span(t("simulator.parts", sms.parts())));
        }
        if (sms.fromSubscriber()) {
            with(ticks(sms.state()));
        }
    }

    private static Span ticks(SimulatedSms.State state) {
        String icon =
                switch (state) {
                    case WAITING -> "clock";
                    case TAKEN -> "check-check";
                    case GIVEN_UP -> "circle-alert";
                    case SHOWN -> "check";
                };
        Span word = new Span(t("simulator.state." + state));
        word.addClassName("p-sr");
        Span ticks = new Span(new Glyph(icon), word);
        ticks.addClassNames("p-ticks", "p-ticks-" + state.name().toLowerCase(java.util.Locale.ROOT));
        ticks.setTitle(t("simulator.state." + state));
        return ticks;
    }
}
