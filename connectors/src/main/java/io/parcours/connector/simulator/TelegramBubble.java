package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.List;

/**
 * A message as the subscriber's Telegram shows it.
 *
 * @param id within the conversation
 * @param fromSubscriber whether the subscriber wrote it
 * @param type text, photo, voice, location, sticker, contact
 * @param text empty where there is none
 * @param keyboard rows of buttons under it; empty where there are none
 * @param taken of what the subscriber wrote: whether the platform has taken it
 */
public record TelegramBubble(
        long id,
        Instant at,
        boolean fromSubscriber,
        String type,
        String text,
        List<List<Button>> keyboard,
        boolean taken) {

    /** @param data what the bot gets when it is pressed */
    public record Button(String text, String data) {}

    public TelegramBubble {
        keyboard = keyboard.stream().map(List::copyOf).toList();
    }

    TelegramBubble with(List<List<Button>> changed) {
        return new TelegramBubble(id, at, fromSubscriber, type, text, changed, taken);
    }

    TelegramBubble with(String changed) {
        return new TelegramBubble(id, at, fromSubscriber, type, changed, keyboard, taken);
    }

    TelegramBubble gotThrough() {
        return new TelegramBubble(id, at, fromSubscriber, type, text, keyboard, true);
    }
}
