package io.parcours.conversation;

import io.parcours.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

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
        Properties words = new Properties();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + language.code() + ".properties")) {
                try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The words of problems cannot be read", e);
        }
        words.keySet().removeIf(key -> !key.toString().startsWith(PREFIX));
        return words;
    }
}
