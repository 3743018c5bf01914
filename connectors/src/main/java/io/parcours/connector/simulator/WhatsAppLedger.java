package io.parcours.connector.simulator;

import java.time.Instant;

/** What the simulated WhatsApp saw. */
public final class WhatsAppLedger extends Ledger<WhatsAppLedger.Accepted, WhatsAppLedger.Acknowledged> {

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

    void accept(String id, String phoneNumberId, String subscriber, WhatsAppContent content, String tag) {
        accept(new Accepted(Instant.now(), id, phoneNumberId, subscriber, content.type(), kept(content.text()), tag));
    }
}
