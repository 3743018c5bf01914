package io.parcours.bench;

import io.parcours.connector.simulator.ExchangeEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What the exchange sees of a call that comes in: how long it rings until it is answered, and until something is said. */
final class CallBeginnings implements Consumer<ExchangeEvent> {

    private final Map<String, Long> ringing = new ConcurrentHashMap<>();
    private final Map<String, Long> silent = new ConcurrentHashMap<>();
    private final Spread answered = new Spread();
    private final Spread spoken = new Spread();
    private int calls;

    @Override
    public void accept(ExchangeEvent event) {
        switch (event.what()) {
            case "StasisStart" -> {
                ringing.put(event.subscriber(), System.nanoTime());
                silent.put(event.subscriber(), System.nanoTime());
                calls++;
            }
            case "ChannelStateChange" -> since(ringing.remove(event.subscriber()), answered);
            case "PlaybackStarted" -> since(silent.remove(event.subscriber()), spoken);
            default -> {}
        }
    }

    private synchronized void since(Long began, Spread into) {
        if (began != null) {
            into.add((System.nanoTime() - began) / 1e6);
        }
    }

    /** @param part such as 0.95 */
    double answered(double part) {
        return answered.quantile(part);
    }

    double spoken(double part) {
        return spoken.quantile(part);
    }

    int count() {
        return calls;
    }
}
