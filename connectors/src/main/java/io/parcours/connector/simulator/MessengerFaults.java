package io.parcours.connector.simulator;

/** How the simulated Messenger behaves, and misbehaves; every setting holds from the next message on. */
public final class MessengerFaults extends MetaFaults {

    volatile boolean echoes = true;

    MessengerFaults() {}

    /** Whether the platform is told back what it sends, as pages that subscribe to echoes are. */
    public void echo(boolean told) {
        echoes = told;
    }
}
