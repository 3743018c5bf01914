package io.parcours.wording;

import java.util.List;
import java.util.Map;

/**
 * A text that subscribers read and that an operator may put into words of its own.
 *
 * @param journey whose text it is; {@code channel} for those that belong to a channel instead
 * @param label whether it is the label of an answer: one short line
 * @param variables that may stand in it
 * @param current by language
 */
public record EditableText(
        String code, String journey, boolean label, List<String> variables, Map<String, Current> current) {

    /**
     * As it reads now in one language.
     *
     * @param shipped as it came with the release
     * @param version the newest; 0 where the shipped text was never changed
     */
    public record Current(String text, String shipped, int version) {

        /** Whether the operator's own words are in force. */
        public boolean own() {
            return !text.equals(shipped);
        }
    }
}
