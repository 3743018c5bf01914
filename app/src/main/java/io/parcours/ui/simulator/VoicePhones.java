package io.parcours.ui.simulator;

import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.WireEvent;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(60)
class VoicePhones implements PhoneKind {

    private final ExchangeSimulator exchange;

    VoicePhones(ExchangeSimulator exchange) {
        this.exchange = exchange;
    }

    @Override
    public String channel() {
        return "voice";
    }

    @Override
    public Phone<?> open(SubscriberChoice choice) {
        return new VoicePhone(exchange, choice);
    }

    @Override
    public Stream<? extends WireEvent> events() {
        return exchange.events().stream();
    }

    @Override
    public AutoCloseable listen(Runnable news) {
        return exchange.listen(event -> news.run());
    }
}
