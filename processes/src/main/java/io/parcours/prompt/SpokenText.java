package io.parcours.prompt;

import io.parcours.language.Language;
import java.util.Map;
import java.util.Optional;

/**
 * A text that may be said by telephone, or the part of one that tells a key.
 *
 * @param words in French
 * @param translations where there are other words than the French ones
 * @param values whether it has places for values, which a recording leaves out
 * @param states how it is said in each language; without a language in which it is never said
 */
public record SpokenText(
        String code, String words, Map<Language, String> translations, boolean values, Map<Language, State> states) {

    /** How a text is said. */
    public enum State {
        RECORDED,
        /** Recorded in the installation's folder. */
        INSTALLED,
        /** By a machine. */
        SPOKEN,
        /** By nobody: it leaves by the customer's next channel. */
        MISSING
    }

    public Optional<State> state(Language language) {
        return Optional.ofNullable(states.get(language));
    }
}
