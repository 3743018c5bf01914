package io.parcours.ui.simulator;

import io.parcours.connector.simulator.MessengerEvent;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.simulator.SmscSimulator;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(30)
class MessengerPhones extends SimulatedPhones<MessengerEvent> {

    /** @param centre by which invitations come */
    MessengerPhones(MessengerSimulator simulator, SmscSimulator centre) {
        super(
                "messenger",
                choice -> new MessengerPhone(simulator, centre, choice),
                simulator::events,
                simulator::listen);
    }
}
