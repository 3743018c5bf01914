package io.parcours.connector.simulator;

import java.time.Instant;

/** What the simulated Messenger saw. */
public final class MessengerLedger extends Ledger<MessengerLedger.Accepted, MessengerLedger.Acknowledged> {

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

    void accept(String id, String pageId, String subscriber, String messagingType, String text) {
        accept(new Accepted(Instant.now(), id, pageId, subscriber, messagingType, kept(text)));
    }
}
