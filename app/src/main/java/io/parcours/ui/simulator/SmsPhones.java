package io.parcours.ui.simulator;

import io.parcours.connector.simulator.SmscEvent;
import io.parcours.connector.simulator.SmscSimulator;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(10)
class SmsPhones extends SimulatedPhones<SmscEvent> {

    SmsPhones(SmscSimulator simulator) {
        super("sms", choice -> new SmsPhone(simulator, choice), simulator::events, simulator::listen);
    }
}
