package io.parcours.connector.mail;

import io.parcours.connector.mail.MailThreads.MailThread;
import io.parcours.connector.web.Received;
import java.util.List;
import java.util.Optional;

/**
 * One mail, understood.
 *
 * @param sender empty where nobody can be told
 * @param id what it is known by where somebody wrote; else empty
 * @param received what is to be done with it, in this order
 * @param thread below which an answer belongs; only where somebody wrote
 */
record Reading(String sender, String id, List<Received> received, Optional<MailThread> thread) {

    Reading {
        received = List.copyOf(received);
    }

    static Reading of(String sender, Received received) {
        return new Reading(sender, "", List.of(received), Optional.empty());
    }
}
