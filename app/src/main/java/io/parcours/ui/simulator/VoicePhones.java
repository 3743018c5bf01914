package io.parcours.ui.simulator;

import io.parcours.connector.simulator.ExchangeEvent;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.telephony.Telephony;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(60)
class VoicePhones extends SimulatedPhones<ExchangeEvent> {

    VoicePhones(ExchangeSimulator simulator) {
        super(Telephony.CHANNEL, choice -> new VoicePhone(simulator, choice), simulator::events, simulator::listen);
    }
}
