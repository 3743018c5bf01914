package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.List;

/**
 * A message as the subscriber's Messenger shows it.
 *
 * @param id Messenger's
 * @param subscriber their id for the page
 * @param fromSubscriber whether the subscriber wrote it
 * @param type text, buttons, template, image, location, sticker, unsupported, or start where they pressed "Get started"
 * @param text empty where there is none
 * @param choices buttons, which stay, or quick replies, which are offered as long as nothing comes after them
 * @param reaction an emoji that the subscriber put on it; empty for none
 * @param state of what the subscriber wrote: whether the platform has taken it; of what came: how far it got
 */
public record MessengerBubble(
        String id,
        Instant at,
        String pageId,
        String subscriber,
        boolean fromSubscriber,
        String type,
        String text,
        List<Choice> choices,
        String reaction,
        State state) {

    /** How far a message got, in this order. */
    public enum State {
        WAITING,
        TAKEN,
        SENT,
        DELIVERED,
        READ
    }

    /** A button or a quick reply. */
    public record Choice(String title, String payload) {}

    public MessengerBubble {
        choices = List.copyOf(choices);
    }

    public boolean buttons() {
        return type.equals("buttons");
    }

    MessengerBubble in(State now) {
        return new MessengerBubble(id, at, pageId, subscriber, fromSubscriber, type, text, choices, reaction, now);
    }

    MessengerBubble with(String emoji) {
        return new MessengerBubble(id, at, pageId, subscriber, fromSubscriber, type, text, choices, emoji, state);
    }
}
