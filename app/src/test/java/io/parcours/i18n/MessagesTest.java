package io.parcours.i18n;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Pattern IN_JAVA = Pattern.compile("\\b(?:t|translate)\\(\\s*\"([a-zA-Z0-9._-]+)\"");
    private static final Pattern TITLE = Pattern.compile("@Menu\\(\\s*title = \"([a-zA-Z0-9._-]+)\"|super\\(\"([a-z][a-zA-Z]*\\.[a-zA-Z0-9._-]+)\"");
    private static final Pattern IN_BROWSER = Pattern.compile("\\btext\\('([a-zA-Z.]+)'|\\], '([a-zA-Z.]+)'\\]|: 'form\\.([a-zA-Z]+)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Messages messages = new Messages();

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(keys("fr")).isEqualTo(keys("en"));
    }

    @Test
    void bothLanguagesNameTheSameValues() throws IOException {
        Properties french = bundle("fr");
        Properties english = bundle("en");
        for (String key : keys("fr")) {
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    /** MessageFormat would swallow a straight one. */
    @Test
    void apostrophesAreTypographic() throws IOException {
        for (String language : List.of("fr", "en")) {
            assertThat(bundle(language).values()).noneMatch(text -> ((String) text).contains("'"));
        }
    }

    @Test
    void everyTextNamedInJavaExists() throws IOException {
        Set<String> named = named(Path.of("src/main/java"), ".java", IN_JAVA);
        named.addAll(named(Path.of("src/main/java"), ".java", TITLE));
        assertThat(named).isNotEmpty().filteredOn(key -> !key.endsWith(".")).allMatch(messages::has);
    }

    @Test
    void everyTextNamedInTheBrowserExists() throws IOException {
        Set<String> sent = messages.startingWith("client.", Languages.FRENCH).keySet();
        assertThat(named(Path.of("src/main/frontend/components"), ".ts", IN_BROWSER))
                .isNotEmpty()
                .allMatch(key -> sent.contains(key) || sent.contains("form." + key));
    }

    @Test
    void anUnknownLanguageIsAnsweredInFrench() {
        assertThat(messages.getTranslation("login.submit", Locale.GERMAN)).isEqualTo("Se connecter");
        assertThat(messages.getTranslation("login.submit", Locale.UK)).isEqualTo("Sign in");
    }

    @Test
    void aMissingTextIsPlainToSee() {
        assertThat(messages.getTranslation("no.such.text", Languages.FRENCH)).isEqualTo("!no.such.text!");
    }

    private static Set<String> named(Path folder, String suffix, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map(MessagesTest::firstGroup)
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static String firstGroup(MatchResult match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        throw new IllegalStateException("A pattern without a group");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).distinct().sorted().toList();
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(bundle(language).stringPropertyNames());
    }

    private static Properties bundle(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                BUNDLES.resolve("parcours_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
