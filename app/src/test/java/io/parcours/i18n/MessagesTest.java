package io.parcours.i18n;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {

    private static final Pattern IN_JAVA = Pattern.compile("\\b(?:t|translate)\\(\\s*\"([a-zA-Z0-9._-]+)\"");
    private static final Pattern TITLE =
            Pattern.compile("@Menu\\(\\s*title = \"([a-zA-Z0-9._-]+)\"|super\\(\"([a-z][a-zA-Z]*\\.[a-zA-Z0-9._-]+)\"");
    private static final Pattern IN_BROWSER =
            Pattern.compile("\\btext\\('([a-zA-Z.]+)'|\\], '([a-zA-Z.]+)'\\]|: 'form\\.([a-zA-Z]+)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Messages messages = new Messages();

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        assertThat(keys(bundle, "fr")).isEqualTo(keys(bundle, "en"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesNameTheSameValues(String bundle) throws IOException {
        Properties french = read(bundle, "fr");
        Properties english = read(bundle, "en");
        for (String key : keys(bundle, "fr")) {
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    /** MessageFormat would swallow a straight one. */
    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreTypographic(String bundle) throws IOException {
        for (String language : List.of("fr", "en")) {
            assertThat(read(bundle, language).values()).noneMatch(text -> ((String) text).contains("'"));
        }
    }

    /** Two workplaces that use one key would overwrite each other in silence. */
    @Test
    void noTwoBundlesShareAKey() throws IOException {
        List<String> all = new ArrayList<>();
        for (String bundle : bundles().toList()) {
            all.addAll(keys(bundle, "fr"));
        }
        assertThat(all).doesNotHaveDuplicates();
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
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    /** Of all modules: a channel brings its own. */
    static Stream<String> bundles() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*_fr.properties"))
                .map(Resource::getFilename)
                .map(name -> name.substring(0, name.length() - "_fr.properties".length()))
                .toList()
                .stream();
    }

    private static Set<String> keys(String bundle, String language) throws IOException {
        return new TreeSet<>(read(bundle, language).stringPropertyNames());
    }

    private static Properties read(String bundle, String language) throws IOException {
        Properties properties = new Properties();
        String file = "/i18n/" + bundle + "_" + language + ".properties";
        try (InputStream octets = MessagesTest.class.getResourceAsStream(file)) {
            assertThat(octets).as(file).isNotNull();
            properties.load(new InputStreamReader(octets, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
