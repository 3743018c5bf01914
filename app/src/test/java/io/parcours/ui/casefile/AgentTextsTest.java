package io.parcours.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.ComplaintStatus;
import io.parcours.complaint.ComplaintType;
import io.parcours.complaint.Motive;
import io.parcours.decisions.GestureRules;
import io.parcours.decisions.PayerQuality;
import io.parcours.form.FieldError;
import io.parcours.i18n.Messages;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgentTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private final Messages messages = new Messages();

    @Test
    void bothLanguagesSayTheSameThingsOfTheSameValues() throws IOException {
        Properties french = bundle("fr");
        Properties english = bundle("en");
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : french.stringPropertyNames()) {
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    /** MessageFormat would swallow a straight one. */
    @Test
    void apostrophesAreTypographic() throws IOException {
        assertThat(bundle("fr").values()).noneMatch(text -> ((String) text).contains("'"));
        assertThat(bundle("en").values()).noneMatch(text -> ((String) text).contains("'"));
    }

    @Test
    void everyCodeThatTheDataKnowsHasWords() {
        Stream.of(
                        codes("case.status.", ComplaintStatus.values()),
                        codes("case.type.", ComplaintType.values()),
                        codes("complaint.motive.", Motive.values()),
                        codes("customer.payer.", PayerQuality.values()),
                        GestureRules.reasonCodes().stream().map("gesture.reason."::concat),
                        FieldError.CODES.stream()
                                .filter(code -> !code.equals(FieldError.TYPE))
                                .map("form.error."::concat))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(messages.has(key)).as(key).isTrue());
    }

    @Test
    void everyQueueAndEveryUserTaskOfTheJourneysHasAName() throws IOException {
        List<String> keys = Stream.of("balance", "complaint", "unrouted")
                .map(journey -> Path.of("../processes/src/main/resources/bpmn/" + journey + ".bpmn"))
                .flatMap(AgentTextsTest::tasks)
                .map("step."::concat)
                .toList();
        assertThat(keys).hasSizeGreaterThan(4).allMatch(messages::has);
    }

    private static Stream<String> tasks(Path model) {
        try {
            return Pattern.compile("<bpmn:(?:userTask|receiveTask|sendTask) id=\"(\\w+)\"")
                    .matcher(Files.readString(model))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> codes(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties bundle(String language) throws IOException {
        Properties properties = new Properties();
        Path file = Path.of("src/main/resources/i18n/agent_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
