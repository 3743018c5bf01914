package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the simulated Telegram took from the platform, and what the platform took from it: nothing is ever dropped, so that
 * counts stay exact whatever became of the platform meanwhile.
 */
public final class TelegramLedger {

    private static final int TEXT_KEPT = 160;

    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    TelegramLedger() {}

    /**
     * A message of the platform that Telegram took, whether or not the platform saw the answer.
     *
     * @param text its first characters
     */
    public record Accepted(Instant at, long id, String botId, String subscriber, String text) {}

    /**
     * An update that the platform answered with 2xx, or confirmed by asking for a later one.
     *
     * @param what the name of the update's field
     * @param copy 1 for the first, more for a deliberate double
     */
    public record Acknowledged(Instant at, long updateId, String botId, String subscriber, String what, int copy) {}

    public synchronized List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    public synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    public synchronized int acceptedCount() {
        return accepted.size();
    }

    public synchronized int acknowledgedCount() {
        return acknowledged.size();
    }

    synchronized void accept(long id, String botId, String subscriber, String text) {
        String kept = text.substring(0, Math.min(TEXT_KEPT, text.length()));
        accepted.add(new Accepted(Instant.now(), id, botId, subscriber, kept));
    }

    synchronized void acknowledge(Acknowledged update) {
        acknowledged.add(update);
    }
}
