package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the simulated SMTP server took from the platform: nothing is ever dropped, so that counts stay exact. */
public final class MailLedger {

    private final List<Accepted> accepted = new ArrayList<>();

    MailLedger() {}

    /**
     * A mail that the server took, whether or not the platform saw the answer.
     *
     * @param id its Message-ID, with angle brackets
     * @param raw all of it, as it came over the wire
     */
    public record Accepted(Instant at, String id, String account, String subscriber, String subject, String raw) {}

    public synchronized List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    synchronized void accept(Accepted mail) {
        accepted.add(mail);
    }
}
