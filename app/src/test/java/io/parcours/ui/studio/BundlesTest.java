package io.parcours.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.i18n.Languages;
import io.parcours.i18n.Messages;
import io.parcours.model.StepInput;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {

    private final Messages messages = new Messages();

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "studio"})
    void bothLanguagesHaveTheSameTextsWithoutStraightApostrophes(String bundle) throws IOException {
        Properties french = read(bundle + "_fr");
        Properties english = read(bundle + "_en");
        assertThat(french.keySet()).isNotEmpty().isEqualTo(english.keySet());
        assertThat(Stream.concat(french.values().stream(), english.values().stream()))
                .noneMatch(text -> ((String) text).contains("'") || ((String) text).isBlank());
    }

    @Test
    void everyKindOfInputHasAName() {
        assertThat(Arrays.stream(StepInput.Kind.values()).map(kind -> "steps.kind." + kind))
                .allMatch(messages::has);
    }

    @Test
    void countsAreSaidAsPeopleSayThem() {
        assertThat(messages.getTranslation("supervise.approvals.count", Languages.FRENCH, 0))
                .isEqualTo("aucun geste à approuver");
        assertThat(messages.getTranslation("supervise.news", Languages.FRENCH, 1L))
                .isEqualTo("1 nouvelle");
        assertThat(messages.getTranslation("studio.refused", Languages.FRENCH, "a.bpmn", 3))
                .isEqualTo("a.bpmn n’a pas été déposé : 3 points à corriger");
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n", name + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
