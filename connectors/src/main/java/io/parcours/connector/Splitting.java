package io.parcours.connector;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces that a channel takes, between words where there are any. */
public final class Splitting {

    private Splitting() {}

    public static List<String> of(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > longest) {
            int end = end(rest, longest);
            pieces.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || pieces.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int end(String text, int longest) {
        for (int end = longest; end > longest / 2; end--) {
            if (Character.isWhitespace(text.charAt(end))) {
                return end;
            }
        }
        // Not through the middle of an emoji.
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
