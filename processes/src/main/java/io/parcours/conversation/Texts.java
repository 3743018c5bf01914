package io.parcours.conversation;

import io.parcours.language.Bundles;
import io.parcours.language.Language;
import io.parcours.permission.Purpose;
import java.time.Duration;
import java.time.format.DateTimeParseException;
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
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What subscribers read, by code and language: the operator's own words, else {@code texts/<journey>_<language>.properties}. What
 * a language lacks is said in French, text by text. A placeholder such as {@code {caseNumber}} takes the value of the journey's
 * variable of that name.
 */
@Component
public class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static final String FRENCH = "fr";

    /** One question and two repetitions. */
    private static final int ATTEMPTS = 3;

    /** Nobody holds a line for longer without pressing anything. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(2);

    /** What a code ends with where it steers a text and nobody reads it. */
    private static final Pattern STEERS =
            Pattern.compile(".*\\.(options|words|kind|attempts|timeout|here|purpose|unknown|language|encloses)");

    /** What has no recording of its own. */
    private static final Pattern UNSPOKEN =
            Pattern.compile("channel\\..*|file\\.link|voice\\.option|.*\\.(again|subject)");

    private final Map<String, Properties> byLanguage = new HashMap<>();
    private final OwnWording own;

    /** The shipped ones alone. */
    public Texts() {
        this((code, language) -> Optional.empty());
    }

    @Autowired
    Texts(OwnWording own) {
        this.own = own;
        for (Language language : Language.values()) {
            byLanguage.put(language.code(), load(language.code()));
        }
    }

    /** @throws IllegalArgumentException where no text has this code: a model names one that does not exist */
    public String text(String code, String language, Function<String, String> values) {
        String template = find(code, language)
                .orElseThrow(() -> new IllegalArgumentException("There is no text with the code " + code));
        return filled(template, values);
    }

    /** The words with a value in place of each placeholder. */
    public static String filled(String words, Function<String, String> values) {
        return PLACEHOLDER.matcher(words).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    /** The values of the text's placeholders in their order: the parameters of its template at a provider. */
    List<String> values(String code, String language, Function<String, String> values) {
        return placeholders(find(code, language).orElse("")).stream()
                .map(values)
                .toList();
    }

    /** The names in a text's placeholders in their order, each as often as it stands there. */
    public static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** What to do to answer a question on this channel; empty where the channel needs no word of it. */
    public String howToAnswer(String channel, String language) {
        return find("channel." + channel + ".howToAnswer", language).orElse("");
    }

    /** Why it is said: what its {@code .purpose} says, else service. */
    String purpose(String code) {
        return find(code + ".purpose", "fr").orElse(Purpose.SERVICE);
    }

    /** Whether it carries what a person wrote to the customer, and with it what they enclosed. */
    boolean carriesPersonsWords(String code) {
        return find(code + ".encloses", FRENCH).isPresent();
    }

    /** Whether it is for those alone who speak there now: it leaves by no other channel. What its {@code .here} says. */
    boolean here(String code) {
        return find(code + ".here", FRENCH).isPresent();
    }

    /** In the operator's own words, else as shipped; in the language, else in French. */
    public Optional<String> find(String code, String language) {
        return inLanguage(code, language).or(() -> inLanguage(code, FRENCH));
    }

    private Optional<String> inLanguage(String code, String language) {
        return own.find(code, language).or(() -> written(code, language));
    }

    /**
     * What else means an option. Who learnt the shipped label goes on being understood where the operator has another, and so does
     * the French one in a language that the release does not know: templates are French there.
     */
    private List<String> words(String option, String language) {
        Stream<String> french = translated(option, language) ? Stream.empty() : find(option, FRENCH).stream();
        return Stream.of(listed(option + ".words", language), shipped(option, language).stream(), french)
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    /** Whether a code names what steers a text, such as the options of a question, and no words that anybody reads. */
    public static boolean steers(String code) {
        return STEERS.matcher(code).matches();
    }

    /** The values of a question's options, in their order; empty where it has none. */
    public List<String> options(String question) {
        return listed(question + ".options", FRENCH).toList();
    }

    private Stream<String> listed(String code, String language) {
        return find(code, language).stream().flatMap(list -> Arrays.stream(list.split("\\s*,\\s*")));
    }

    /** The answers that the question of this code offers, as a channel gets them; empty where it is none. */
    public List<Choice> choices(String code, String language) {
        return question(code, language).options().stream()
                .map(option -> Choice.of(code, option))
                .toList();
    }

    /** What answer the text of this code wants, where it is a question. */
    public Expectation expects(String code, String language) {
        return question(code, language).expects();
    }

    /** How often a question is asked in all before the journey gives it up: what its {@code .attempts} says, 1 to 9, else 3. */
    int attempts(String question) {
        return find(question + ".attempts", FRENCH)
                .filter(times -> times.matches("[1-9]"))
                .map(Integer::valueOf)
                .orElse(ATTEMPTS);
    }

    /**
     * How long somebody may think before the first key, where they answer by telephone: what the question's {@code .timeout} says,
     * ISO 8601 such as {@code PT15S}, up to two minutes. Empty where it says nothing: then the account's patience holds.
     */
    public Optional<Duration> timeout(String question) {
        return find(question + ".timeout", FRENCH).flatMap(Texts::duration);
    }

    private static Optional<Duration> duration(String written) {
        try {
            Duration timeout = Duration.parse(written.strip());
            return Optional.of(timeout).filter(time -> time.toMillis() > 0 && time.compareTo(LONGEST_TIMEOUT) <= 0);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** As it came with the release: in the language, else in French. */
    public Optional<String> shipped(String code, String language) {
        return written(code, language).or(() -> written(code, FRENCH));
    }

    private Optional<String> written(String code, String language) {
        return Optional.ofNullable(byLanguage.get(language)).map(texts -> texts.getProperty(code));
    }

    /**
     * The question of this code: with options one of them, else what its {@code .kind} says ({@code number}, {@code date},
     * {@code amount}, {@code msisdn}), else any answer.
     */
    Question question(String code, String language) {
        List<Question.Option> options = options(code).stream()
                .map(option -> new Question.Option(
                        option,
                        text(code + "." + option, language, name -> ""),
                        words(code + "." + option, language),
                        find(code + "." + option + ".language", FRENCH).orElse(null)))
                .toList();
        Expectation expects = options.isEmpty()
                ? find(code + ".kind", "fr")
                        .map(kind -> Expectation.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .orElse(Expectation.TEXT)
                : Expectation.CHOICE;
        return new Question(code, expects, options);
    }

    /** Whether the operator has words of its own for it in just this language. */
    public boolean own(String code, String language) {
        return own.find(code, language).isPresent();
    }

    /** Whether the release has words for it in just this language. */
    public boolean translated(String code, String language) {
        return written(code, language).isPresent();
    }

    /** The codes of what may be said aloud: the texts, the answers of questions and the keys, without what only steers them. */
    public List<String> spoken() {
        return byLanguage.get(FRENCH).stringPropertyNames().stream()
                .filter(code -> !steers(code) && !UNSPOKEN.matcher(code).matches())
                .sorted()
                .toList();
    }

    /** All codes of a language, for the tests that keep models and texts together. */
    public Set<String> codes(String language) {
        return byLanguage.get(language).stringPropertyNames();
    }

    private static Properties load(String language) {
        return Bundles.read("classpath*:texts/*_" + language + ".properties");
    }
}
