package io.parcours.connector.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last events of a simulator, and whoever wants to hear of them. */
final class EventLog<E> {

    private static final Logger log = LoggerFactory.getLogger(EventLog.class);
    private static final int KEPT = 5_000;

    private final Deque<E> events = new ArrayDeque<>();
    private final List<Consumer<E>> listeners = new CopyOnWriteArrayList<>();

    void note(E event) {
        synchronized (events) {
            events.addLast(event);
            if (events.size() > KEPT) {
                events.removeFirst();
            }
        }
        for (Consumer<E> listener : listeners) {
            tell(listener, event);
        }
    }

    List<E> last() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    AutoCloseable listen(Consumer<E> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(Consumer<E> listener, E event) {
        try {
            listener.accept(event);
        } catch (RuntimeException failure) {
            log.warn("A listener of a simulator failed", failure);
        }
    }
}
