package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the simulated WhatsApp took from the platform, and what the platform took from it: nothing is ever dropped, so that
 * counts stay exact whatever became of the platform meanwhile.
 */
public final class WhatsAppLedger {

    private static final int TEXT_KEPT = 160;

    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    WhatsAppLedger() {}

    /**
     * A message of the platform that WhatsApp took, whether or not the platform saw the answer.
     *
     * @param text its first characters
     * @param tag the platform's own {@code biz_opaque_callback_data}; empty for none
     */
    public record Accepted(
            Instant at, String id, String phoneNumberId, String subscriber, String type, String text, String tag) {}

    /**
     * A webhook that the platform answered with 2xx.
     *
     * @param what {@code message}, or the word of the status
     * @param copy 1 for the first, more for a deliberate double
     * @param attempts how often it was sent until then
     */
    public record Acknowledged(
            Instant at, String id, String phoneNumberId, String subscriber, String what, int copy, int attempts) {}

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

    synchronized void accept(String id, String phoneNumberId, String subscriber, WhatsAppContent content, String tag) {
        String text =
                content.text().substring(0, Math.min(TEXT_KEPT, content.text().length()));
        accepted.add(new Accepted(Instant.now(), id, phoneNumberId, subscriber, content.type(), text, tag));
    }

    synchronized void acknowledge(Acknowledged webhook) {
        acknowledged.add(webhook);
    }
}
