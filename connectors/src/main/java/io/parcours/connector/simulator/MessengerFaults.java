package io.parcours.connector.simulator;

/** How the simulated Messenger behaves, and misbehaves; every setting holds from the next message on. */
public final class MessengerFaults extends MetaFaults {

    volatile boolean echoes = true;
    volatile boolean humanAgent = true;

    MessengerFaults() {}

    /** Whether the app has the feature that lets people answer for seven days. */
    public void humanAgent(boolean granted) {
        humanAgent = granted;
    }

    /** Whether the platform is told back what it sends, as pages that subscribe to echoes are. */
    public void echo(boolean told) {
        echoes = told;
    }
}
