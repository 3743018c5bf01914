package io.parcours.connector.simulator;

import java.time.Instant;

/**
 * A message as the subscriber's handset shows it.
 *
 * @param id WhatsApp's
 * @param phoneNumberId the business number that it went to or came from
 * @param subscriber number in digits, or the user id of one without a number
 * @param fromSubscriber whether the subscriber wrote it
 * @param inReplyTo the id of the message answered; null for none
 * @param reaction an emoji that the subscriber put on it; empty for none
 * @param state of what the subscriber wrote: whether the platform has taken it; of what came: how far it got
 */
public record WhatsAppBubble(
        String id,
        Instant at,
        String phoneNumberId,
        String subscriber,
        boolean fromSubscriber,
        WhatsAppContent content,
        String inReplyTo,
        String reaction,
        State state) {

    /** How far a message got, in this order. */
    public enum State {
        WAITING,
        TAKEN,
        SENT,
        DELIVERED,
        READ,
        FAILED
    }

    public String text() {
        return content.text();
    }

    WhatsAppBubble in(State now) {
        return new WhatsAppBubble(id, at, phoneNumberId, subscriber, fromSubscriber, content, inReplyTo, reaction, now);
    }

    WhatsAppBubble with(String emoji) {
        return new WhatsAppBubble(id, at, phoneNumberId, subscriber, fromSubscriber, content, inReplyTo, emoji, state);
    }
}
