package io.parcours.conversation;

import io.parcours.language.Language;
import io.parcours.permission.Purpose;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What subscribers read, by code and language: {@code texts/<journey>_<language>.properties}. What a language lacks is said in
 * French, text by text. A placeholder such as {@code {caseNumber}} takes the value of the journey's variable of that name.
 */
@Component
public class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static final Pattern UNSPOKEN = Pattern.compile(
            "channel\\..*|voice\\.option|.*\\.(options|words|kind|purpose|unknown|again|language|subject)");

    private final Map<String, Properties> byLanguage = new HashMap<>();

    public Texts() {
        for (Language language : Language.values()) {
            byLanguage.put(language.code(), load(language.code()));
        }
    }

    /** @throws IllegalArgumentException where no text has this code: a model names one that does not exist */
    public String text(String code, String language, Function<String, String> values) {
        String template = find(code, language)
                .orElseThrow(() -> new IllegalArgumentException("There is no text with the code " + code));
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    /** The values of the text's placeholders in their order: the parameters of its template at a provider. */
    List<String> values(String code, String language, Function<String, String> values) {
        return PLACEHOLDER
                .matcher(find(code, language).orElse(""))
                .results()
                .map(match -> values.apply(match.group(1)))
                .toList();
    }

    /** What to do to answer a question on this channel; empty where the channel needs no word of it. */
    String howToAnswer(String channel, String language) {
        return find("channel." + channel + ".howToAnswer", language).orElse("");
    }

    /** Why it is said: what its {@code .purpose} says, else service. */
    String purpose(String code) {
        return find(code + ".purpose", "fr").orElse(Purpose.SERVICE);
    }

    /** In the language, else in French. */
    public Optional<String> find(String code, String language) {
        Properties french = byLanguage.get("fr");
        return Optional.ofNullable(byLanguage.getOrDefault(language, french).getProperty(code))
                .or(() -> Optional.ofNullable(french.getProperty(code)));
    }

    /**
     * The question of this code: with options one of them, else what its {@code .kind} says ({@code number}, {@code date},
     * {@code amount}, {@code msisdn}), else any answer.
     */
    Question question(String code, String language) {
        List<Question.Option> options = find(code + ".options", language).stream()
                .flatMap(list -> Arrays.stream(list.split("\\s*,\\s*")))
                .map(option -> new Question.Option(
                        option,
                        text(code + "." + option, language, name -> ""),
                        find(code + "." + option + ".words", language)
                                .map(words -> List.of(words.split("\\s*,\\s*")))
                                .orElse(List.of()),
                        find(code + "." + option + ".language", "fr").orElse(null)))
                .toList();
        Expectation expects = options.isEmpty()
                ? find(code + ".kind", "fr")
                        .map(kind -> Expectation.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .orElse(Expectation.TEXT)
                : Expectation.CHOICE;
        return new Question(code, expects, options);
    }

    /** The codes of what may be said aloud: the texts, the answers of questions and the keys, without what only steers them. */
    public List<String> spoken() {
        return byLanguage.get("fr").stringPropertyNames().stream()
                .filter(code -> !UNSPOKEN.matcher(code).matches())
                .sorted()
                .toList();
    }

    /** All codes of a language, for the tests that keep models and texts together. */
    public Set<String> codes(String language) {
        return byLanguage.get(language).stringPropertyNames();
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_" + language + ".properties")) {
                try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The subscribers' texts cannot be read", e);
        }
        return texts;
    }
}
