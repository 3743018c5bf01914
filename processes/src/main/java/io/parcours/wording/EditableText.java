package io.parcours.wording;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text that subscribers read and that an operator may put into words of its own.
 *
 * @param journey whose text it is; {@code channel} for those that belong to a channel instead
 * @param label whether it is the label of an answer: one short line
 * @param variables that may stand in it
 * @param current by language, French first: all in which somebody may read it
 */
public record EditableText(
        String code, String journey, boolean label, List<String> variables, Map<String, Current> current) {

    /** What a call says around texts, and the question for the language itself. */
    private static final Set<String> SPOKEN = Set.of("voice", "language");

    /** Whether the texts of a journey are said by telephone alone, and never read. */
    static boolean spokenAlone(String journey) {
        return SPOKEN.contains(journey);
    }

    /**
     * As it reads now in one language.
     *
     * @param shipped as it came with the release; in French where it did not come in this language
     * @param translated whether it came in this language
     * @param own whether the operator's own words are in force
     * @param version the newest; 0 where the shipped text was never changed
     */
    public record Current(String text, String shipped, boolean translated, boolean own, int version) {

        /** Whether nobody gave it words in this language: French is read instead. */
        public boolean borrowed() {
            return !translated && !own;
        }
    }
}
