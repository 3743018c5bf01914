package io.parcours.conversation;

import java.util.List;

/**
 * How a message looks on a channel, made by what makes it when it leaves.
 *
 * @param subject of a mail; null where the channel has none
 * @param texts what is read, or heard, one after the other
 * @param style how the choices are offered
 * @param opener what is written on the button that opens a list; null where there is none
 * @param choices as they are written there; empty where they stand in the text
 * @param parts how many pieces it is paid for as; 0 where the channel does not count
 * @param encoding of the pieces, as the trade calls it; null where that does not matter
 */
public record Preview(
        String subject,
        List<String> texts,
        Style style,
        String opener,
        List<String> choices,
        int parts,
        String encoding) {

    /** How choices are offered. */
    public enum Style {
        /** In the text, or there are none. */
        TEXT,
        /** Buttons below the text, which stay. */
        BUTTONS,
        /** A list that opens at a touch. */
        LIST,
        /** Buttons that go away with the next message. */
        QUICK_REPLIES,
        /** Said, with the key for each. */
        SPOKEN
    }

    public Preview {
        texts = List.copyOf(texts);
        choices = List.copyOf(choices);
    }

    /** Words alone. */
    public static Preview text(List<String> texts) {
        return new Preview(null, texts, Style.TEXT, null, List.of(), 0, null);
    }

    public static Preview choosing(List<String> texts, Style style, String opener, List<String> choices) {
        return new Preview(null, texts, style, opener, choices, 0, null);
    }
}
