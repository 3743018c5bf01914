package io.parcours.connector.simulator;

import java.time.Instant;

/** What the simulated Telegram saw. */
public final class TelegramLedger extends Ledger<TelegramLedger.Accepted, TelegramLedger.Acknowledged> {

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

    void accept(long id, String botId, String subscriber, String text) {
        accept(new Accepted(Instant.now(), id, botId, subscriber, kept(text)));
    }
}
