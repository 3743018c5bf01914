package io.parcours.ui.simulator;

import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.WireEvent;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(30)
class MessengerPhones implements PhoneKind {

    private final MessengerSimulator simulator;
    private final SmscSimulator centre;

    /** @param centre by which invitations come */
    MessengerPhones(MessengerSimulator simulator, SmscSimulator centre) {
        this.simulator = simulator;
        this.centre = centre;
    }

    @Override
    public String channel() {
        return "messenger";
    }

    @Override
    public Phone<?> open(SubscriberChoice choice) {
        return new MessengerPhone(simulator, centre, choice);
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
