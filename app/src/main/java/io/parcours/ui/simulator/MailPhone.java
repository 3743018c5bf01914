package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.demo.DemoCustomers;
import java.util.List;
import java.util.Optional;

/** The subscriber's mail with one operator: a subject begins a mail, without one the last mail is answered. */
class MailPhone extends Phone<SimulatedMail> {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_SUBJECT = 200;

    private final transient MailSimulator simulator;
    private final TextField subject = new TextField();

    MailPhone(MailSimulator simulator, SubscriberChoice choice) {
        super(choice, "email", LONGEST);
        this.simulator = simulator;
        subject.setPlaceholder(t("simulator.email.subject"));
        subject.setAriaLabel(t("simulator.email.subject"));
        subject.setMaxLength(LONGEST_SUBJECT);
        subject.addClassName("p-mail-subject");
        addComponentAtIndex(getComponentCount() - 1, subject);
    }

    @Override
    boolean connected() {
        return simulator.connected();
    }

    @Override
    List<SimulatedMail> conversation() {
        return simulator.conversation(operator(), subscriber().email());
    }

    @Override
    Component bubble(SimulatedMail mail) {
        return new MailBubble(mail);
    }

    @Override
    void write(String text) {
        Optional<SimulatedMail> last =
                conversation().stream().filter(mail -> !mail.fromSubscriber()).reduce((before, after) -> after);
        if (subject.isEmpty() && last.isPresent()) {
            simulator.reply(last.get().id(), text);
        } else {
            simulator.write(subscriber().email(), operator(), subject.getValue().strip(), text);
        }
        subject.clear();
    }

    private String operator() {
        return DemoCustomers.mailAddressOf(subscriber().operator());
    }
}
