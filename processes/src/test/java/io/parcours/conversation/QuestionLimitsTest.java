package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often and how long a question is asked is written beside its words. */
class QuestionLimitsTest {

    @Test
    void areTheQuestionsOwn() {
        Texts texts = texts(Map.of("q.attempts", "5", "q.timeout", "PT15S"));

        assertThat(texts.attempts("q")).isEqualTo(5);
        assertThat(texts.timeout("q")).contains(Duration.ofSeconds(15));
    }

    @Test
    void areThreeAttemptsAndTheAccountsPatienceWhereNothingIsSaid() {
        Texts texts = texts(Map.of());

        assertThat(texts.attempts("q")).isEqualTo(3);
        assertThat(texts.timeout("q")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "10", "soon", "PT0S", "-PT3S", "P3D", "999999999999"})
    void areNeverWhatNobodyCouldBear(String written) {
        Texts texts = texts(Map.of("q.attempts", written, "q.timeout", written));

        assertThat(texts.attempts("q")).isEqualTo(3);
        assertThat(texts.timeout("q")).isEmpty();
    }

    private static Texts texts(Map<String, String> written) {
        return new Texts((code, language) -> Optional.ofNullable(written.get(code)));
    }
}
