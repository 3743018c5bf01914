package io.parcours.connector.simulator;

import io.parcours.connector.simulator.SimulatedSms.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the simulated centre saw: the last events and the last texts, and whoever wants to hear of them. */
final class Journal {

    private static final int KEPT = 5_000;

    private final EventLog<SmscEvent> events = new EventLog<>();
    private final Map<Long, SimulatedSms> texts = new LinkedHashMap<>();
    private final EventLog<SimulatedSms> written = new EventLog<>();
    private long last;

    void note(SmscEvent event) {
        events.note(event);
    }

    long add(String systemId, String msisdn, String other, boolean fromSubscriber, String text, int parts) {
        SimulatedSms added = keep(systemId, msisdn, other, fromSubscriber, text, parts);
        written.note(added);
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

    List<SmscEvent> events() {
        return events.last();
    }

    AutoCloseable listen(Consumer<SmscEvent> listener) {
        return events.listen(listener);
    }

    /** Tells of every text, in both directions, as it is written or shown. */
    AutoCloseable read(Consumer<SimulatedSms> reader) {
        return written.listen(reader);
    }
}
