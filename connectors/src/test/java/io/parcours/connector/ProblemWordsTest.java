package io.parcours.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemWordsTest {

    private static final Pattern NAMED = Pattern.compile("Problem\\.of\\(\\s*\"([\\w.]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void everyProblemThatAConnectorTellsHasWordsAndNoWordsAreLeftOver() throws IOException {
        assertThat(told()).isNotEmpty().isEqualTo(words("fr").stringPropertyNames());
    }

    @Test
    void bothLanguagesHaveTheSameCodesAndDetails() throws IOException {
        Properties french = words("fr");
        Properties english = words("en");
        assertThat(english.stringPropertyNames()).isEqualTo(french.stringPropertyNames());
        for (String code : french.stringPropertyNames()) {
            assertThat(places(english.getProperty(code))).as(code).isEqualTo(places(french.getProperty(code)));
        }
    }

    @Test
    void aProblemIsSaidInTheReadersLanguageAndLoggedInEnglish() {
        Problem problem = Problem.of("meta.token", "HTTP 401, code 190");

        assertThat(problem.in(Locale.FRENCH))
                .isEqualTo("Meta refuse le jeton (HTTP 401, code 190) : renouvelez-le chez Meta");
        assertThat(problem.in(Locale.GERMAN)).isEqualTo(problem.in(Locale.FRENCH));
        assertThat(problem.in(Locale.UK))
                .isEqualTo("Meta refuses the token (HTTP 401, code 190): renew it at Meta")
                .isEqualTo(problem.toString());
    }

    @Test
    void whatCameFromOutsideStandsInTheSentenceAsItCame() {
        assertThat(Problem.of("sms.unreachable", "it's {0} away").in(Locale.FRENCH))
                .isEqualTo("Le centre SMS est injoignable (it's {0} away)");
    }

    @Test
    void aCodeWithoutWordsShowsAsItIs() {
        assertThat(Problem.of("pigeon.away").in(Locale.FRENCH)).isEqualTo("pigeon.away");
        assertThat(Problem.of("pigeon.away", "rain")).hasToString("pigeon.away [rain]");
    }

    private static Set<String> told() throws IOException {
        Path processes = Path.of("../processes/src/main/java");
        try (Stream<Path> ours = Files.walk(Path.of("src/main/java"));
                Stream<Path> theirs = Files.walk(processes)) {
            return Stream.concat(ours, theirs)
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> NAMED.matcher(text(file)).results())
                    .map(match -> "problem." + match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = Problem.class.getResourceAsStream("/i18n/problems_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
