package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the simulated Messenger took from the platform, and what the platform took from it: nothing is ever dropped, so that
 * counts stay exact whatever became of the platform meanwhile.
 */
public final class MessengerLedger {

    private static final int TEXT_KEPT = 160;

    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    MessengerLedger() {}

    /**
     * A message of the platform that Messenger took, whether or not the platform saw the answer.
     *
     * @param messagingType as the platform gave it
     * @param text its first characters
     */
    public record Accepted(
            Instant at, String id, String pageId, String subscriber, String messagingType, String text) {}

    /**
     * A webhook that the platform answered with 2xx.
     *
     * @param what the name of the event's field
     * @param copy 1 for the first, more for a deliberate double
     * @param attempts how often it was sent until then
     */
    public record Acknowledged(
            Instant at, String id, String pageId, String subscriber, String what, int copy, int attempts) {}

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

    synchronized void accept(String id, String pageId, String subscriber, String messagingType, String text) {
        String kept = text.substring(0, Math.min(TEXT_KEPT, text.length()));
        accepted.add(new Accepted(Instant.now(), id, pageId, subscriber, messagingType, kept));
    }

    synchronized void acknowledge(Acknowledged webhook) {
        acknowledged.add(webhook);
    }
}
