package io.parcours.ui.simulator;

import io.parcours.connector.simulator.MailEvent;
import io.parcours.connector.simulator.MailSimulator;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(50)
class MailPhones extends SimulatedPhones<MailEvent> {

    MailPhones(MailSimulator simulator) {
        super("email", choice -> new MailPhone(simulator, choice), simulator::events, simulator::listen);
    }
}
