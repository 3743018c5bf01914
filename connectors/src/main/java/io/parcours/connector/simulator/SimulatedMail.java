package io.parcours.connector.simulator;

import java.time.Instant;

/**
 * A mail as a mail program shows it.
 *
 * @param id its Message-ID, with angle brackets
 * @param account the operator's address
 * @param subscriber the subscriber's address
 * @param fromSubscriber whether the subscriber wrote it
 * @param sender as it is shown: the name where there is one
 * @param text its plain words
 * @param html empty where it has none
 * @param inReplyTo the id of the mail that it answers; empty for none
 * @param taken of what the subscriber wrote: whether the platform has marked it as seen
 */
public record SimulatedMail(
        String id,
        Instant at,
        String account,
        String subscriber,
        boolean fromSubscriber,
        String sender,
        String subject,
        String text,
        String html,
        String inReplyTo,
        boolean taken) {

    SimulatedMail asTaken() {
        return new SimulatedMail(
                id, at, account, subscriber, fromSubscriber, sender, subject, text, html, inReplyTo, true);
    }
}
