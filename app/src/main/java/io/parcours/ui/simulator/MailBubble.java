package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.ui.component.Bubble;

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
            with(new Ticks(mail.taken() ? "TAKEN" : "WAITING"));
        }
    }
}
