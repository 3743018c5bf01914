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
    private final List<Consumer<SimulatedSms>> readers = new CopyOnWriteArrayList<>();
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

    long add(String systemId, String msisdn, String other, boolean fromSubscriber, String text, int parts) {
        SimulatedSms added = keep(systemId, msisdn, other, fromSubscriber, text, parts);
        readers.forEach(reader -> tell(reader, added));
        return added.number();
    }

    private synchronized SimulatedSms keep(
            String systemId, String msisdn, String other, boolean fromSubscriber, String text, int parts) {
        State state = fromSubscriber ? State.WAITING : State.SHOWN;
        long number = ++last;
        SimulatedSms added =
                new SimulatedSms(number, Instant.now(), systemId, msisdn, other, fromSubscriber, text, parts, state);
        texts.put(number, added);
        if (texts.size() > KEPT) {
            texts.remove(texts.keySet().iterator().next());
        }
        return added;
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

    AutoCloseable read(Consumer<SimulatedSms> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    private static <T> void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException failure) {
            log.warn("A listener of the simulated message centre failed", failure);
        }
    }
}
