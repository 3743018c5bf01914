package io.parcours.ui.simulator;

import io.parcours.connector.simulator.WireEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The telephones that a simulator stands behind. */
abstract class SimulatedPhones<E extends WireEvent> implements PhoneKind {

    private final String channel;
    private final Function<SubscriberChoice, Phone<?>> phone;
    private final Supplier<List<E>> events;
    private final Function<Consumer<E>, AutoCloseable> listening;

    SimulatedPhones(
            String channel,
            Function<SubscriberChoice, Phone<?>> phone,
            Supplier<List<E>> events,
            Function<Consumer<E>, AutoCloseable> listening) {
        this.channel = channel;
        this.phone = phone;
        this.events = events;
        this.listening = listening;
    }

    @Override
    public final String channel() {
        return channel;
    }

    @Override
    public final Phone<?> open(SubscriberChoice choice) {
        return phone.apply(choice);
    }

    @Override
    public final Stream<? extends WireEvent> events() {
        return events.get().stream();
    }

    @Override
    public final AutoCloseable listen(Runnable news) {
        return listening.apply(event -> news.run());
    }
}
