package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.ui.component.Bubble;
import io.parcours.ui.component.Glyph;

/** A mail as a mailbox shows it: what it is about, who wrote it, the words. */
class MailBubble extends Bubble {

    MailBubble(SimulatedMail mail) {
        super(mail.text(), !mail.fromSubscriber(), mail.at());
        Span subject = new Span(mail.subject().isEmpty() ? t("simulator.email.none") : mail.subject());
        subject.addClassName("p-mail-about");
        Span sender = new Span(mail.sender());
        sender.addClassName("p-mail-sender");
        Div head = new Div(subject, sender);
        head.addClassName("p-mail-head");
        addComponentAsFirst(head);
        if (mail.fromSubscriber()) {
            with(ticks(mail.taken()));
        }
    }

    private static Span ticks(boolean taken) {
        String words = t("simulator.state." + (taken ? "TAKEN" : "WAITING"));
        Span hidden = new Span(words);
        hidden.addClassName("p-sr");
        Span ticks = new Span(new Glyph(taken ? "check-check" : "clock"), hidden);
        ticks.addClassNames("p-ticks", taken ? "p-ticks-taken" : "p-ticks-waiting");
        ticks.setTitle(words);
        return ticks;
    }
}
