package io.parcours.ui.simulator;

import io.parcours.connector.simulator.WhatsAppEvent;
import io.parcours.connector.simulator.WhatsAppSimulator;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(20)
class WhatsAppPhones extends SimulatedPhones<WhatsAppEvent> {

    WhatsAppPhones(WhatsAppSimulator simulator) {
        super("whatsapp", choice -> new WhatsAppPhone(simulator, choice), simulator::events, simulator::listen);
    }
}
