package io.parcours.connector.simulator;

import java.time.Duration;

/** How the simulated WhatsApp behaves, and misbehaves; every setting holds from the next message on. */
public final class WhatsAppFaults extends MetaFaults {

    volatile boolean failsLater;
    volatile Duration mediaUrlLife = Duration.ofMinutes(5);

    WhatsAppFaults() {}

    /** A closed window and an unreachable subscriber are told by a failed status instead of the answer, as Meta mostly does. */
    public void failLater(boolean later) {
        failsLater = later;
    }

    /** How long the address of a file may be used before it has to be asked for again. */
    public void mediaUrlsLast(Duration life) {
        mediaUrlLife = life;
    }
}
