package io.parcours.ui.simulator;

import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.simulator.WireEvent;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(40)
class TelegramPhones implements PhoneKind {

    private final TelegramSimulator simulator;
    private final SmscSimulator centre;

    /** @param centre by which invitations come */
    TelegramPhones(TelegramSimulator simulator, SmscSimulator centre) {
        this.simulator = simulator;
        this.centre = centre;
    }

    @Override
    public String channel() {
        return "telegram";
    }

    @Override
    public Phone<?> open(SubscriberChoice choice) {
        return new TelegramPhone(simulator, centre, choice);
    }

    @Override
    public Stream<? extends WireEvent> events() {
        return simulator.events().stream();
    }

    @Override
    public AutoCloseable listen(Runnable news) {
        return simulator.listen(event -> news.run());
    }
}
