package io.parcours.ui.simulator;

import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.TelegramEvent;
import io.parcours.connector.simulator.TelegramSimulator;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(40)
class TelegramPhones extends SimulatedPhones<TelegramEvent> {

    /** @param centre by which invitations come */
    TelegramPhones(TelegramSimulator simulator, SmscSimulator centre) {
        super("telegram", choice -> new TelegramPhone(simulator, centre, choice), simulator::events, simulator::listen);
    }
}
