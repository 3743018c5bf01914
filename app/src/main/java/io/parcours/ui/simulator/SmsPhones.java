package io.parcours.ui.simulator;

import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.WireEvent;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("demo")
@Order(10)
class SmsPhones implements PhoneKind {

    private final SmscSimulator centre;

    SmsPhones(SmscSimulator centre) {
        this.centre = centre;
    }

    @Override
    public String channel() {
        return "sms";
    }

    @Override
    public Phone<?> open(SubscriberChoice choice) {
        return new SmsPhone(centre, choice);
    }

    @Override
    public Stream<? extends WireEvent> events() {
        return centre.events().stream();
    }

    @Override
    public AutoCloseable listen(Runnable news) {
        return centre.listen(event -> news.run());
    }
}
