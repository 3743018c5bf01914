package io.parcours.ui.simulator;

import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.WireEvent;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(50)
class MailPhones implements PhoneKind {

    private final MailSimulator simulator;

    MailPhones(MailSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public String channel() {
        return "email";
    }

    @Override
    public Phone<?> open(SubscriberChoice choice) {
        return new MailPhone(simulator, choice);
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
