package io.parcours.connector.simulator;

import io.parcours.connector.simulator.SimulatedSms.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the simulated centre saw: the last events and the last texts, and whoever wants to hear of them. */
final class Journal {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final int KEPT = 5_000;

    private final Deque<SmscEvent> events = new ArrayDeque<>();
    private final Map<Long, SimulatedSms> texts = new LinkedHashMap<>();
    private final List<Consumer<SmscEvent>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    void note(SmscEvent event) {
        synchronized (this) {
            events.addLast(event);
            if (events.size() > KEPT) {
                events.removeFirst();
            }
        }
        for (Consumer<SmscEvent> listener : listeners) {
            tell(listener, event);
        }
    }

    synchronized long add(
            String systemId, String msisdn, String other, boolean fromSubscriber, String text, int parts) {
        State state = fromSubscriber ? State.WAITING : State.SHOWN;
        long number = ++last;
        texts.put(
                number,
                new SimulatedSms(number, Instant.now(), systemId, msisdn, other, fromSubscriber, text, parts, state));
        if (texts.size() > KEPT) {
            texts.remove(texts.keySet().iterator().next());
        }
        return number;
    }

    synchronized void move(long number, State state) {
        texts.computeIfPresent(number, (same, text) -> text.in(state));
    }

    synchronized List<SimulatedSms> texts() {
        return List.copyOf(texts.values());
    }

    synchronized List<SmscEvent> events() {
        return List.copyOf(events);
    }

    AutoCloseable listen(Consumer<SmscEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void tell(Consumer<SmscEvent> listener, SmscEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException failure) {
            log.warn("A listener of the simulated message centre failed", failure);
        }
    }
}
