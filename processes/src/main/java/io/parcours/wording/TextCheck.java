package io.parcours.wording;

import io.parcours.conversation.Texts;
import io.parcours.wording.TextRefused.Reason;
import java.util.Set;

/** Whether words can stand in the place of a shipped text. */
final class TextCheck {

    /** As much as a template at WhatsApp and a text above its buttons may have, with room for what the variables bring. */
    static final int LONGEST_TEXT = 900;

    /** What WhatsApp shows of a row of a list. */
    static final int LONGEST_LABEL = 72;

    private TextCheck() {}

    /**
     * @param otherLabels of the other answers to the question, where it is a label
     * @return the words as they are kept: lines end alike, and nothing but the words is around them
     * @throws TextRefused where they cannot
     */
    static String checked(EditableText text, String words, Set<String> otherLabels) {
        String kept = words == null ? "" : words.replaceAll("\\r\\n?", "\n").strip();
        int longest = text.label() ? LONGEST_LABEL : LONGEST_TEXT;
        if (kept.isEmpty()) {
            throw new TextRefused(Reason.EMPTY, "");
        }
        if (kept.length() > longest) {
            throw new TextRefused(Reason.TOO_LONG, String.valueOf(longest));
        }
        if (text.label() && kept.contains("\n")) {
            throw new TextRefused(Reason.LINE_END, "");
        }
        placeholders(text, kept);
        if (otherLabels.stream().anyMatch(kept::equalsIgnoreCase)) {
            throw new TextRefused(Reason.SAME_LABEL, kept);
        }
        return kept;
    }

    private static void placeholders(EditableText text, String words) {
        String rest = words;
        for (String name : Texts.placeholders(words)) {
            if (!text.variables().contains(name)) {
                throw new TextRefused(Reason.VARIABLE, name);
            }
            rest = rest.replace("{" + name + "}", "");
        }
        if (rest.contains("{") || rest.contains("}")) {
            throw new TextRefused(Reason.BRACES, "");
        }
    }
}
