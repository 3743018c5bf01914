package io.parcours.conversation;

import io.parcours.language.Bundles;
import io.parcours.language.Language;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The words of problems among those of the screens, of all modules: a channel brings its own. */
final class ProblemWords {

    private static final String PREFIX = "problem.";

    private static final Map<Language, Properties> WORDS = Map.of(
            Language.FRENCH, read(Language.FRENCH),
            Language.ENGLISH, read(Language.ENGLISH));

    private ProblemWords() {}

    static Optional<String> find(String code, Language language) {
        return Optional.ofNullable(WORDS.get(language.written()).getProperty(PREFIX + code));
    }

    private static Properties read(Language language) {
        Properties words = Bundles.read("classpath*:i18n/*_" + language.code() + ".properties");
        words.keySet().removeIf(key -> !key.toString().startsWith(PREFIX));
        return words;
    }
}
