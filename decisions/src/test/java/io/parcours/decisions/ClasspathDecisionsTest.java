package io.parcours.decisions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClasspathDecisionsTest {

    private final ClasspathDecisions decisions = new ClasspathDecisions();

    @Test
    void anUnknownDecisionIsNamed() {
        assertThatThrownBy(() -> decisions.evaluate("complaint-weather", Map.of()))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("complaint-weather");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../dmn/complaint-priority", "/etc/passwd", "", "complaint priority", "Complaint"})
    void anIdThatLeadsElsewhereIsRefused(String id) {
        assertThatThrownBy(() -> decisions.evaluate(id, Map.of()))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("no file name");
    }

    @Test
    void aFailingEvaluationNamesItsDecision() {
        assertThatThrownBy(() -> decisions.evaluate("complaint-priority", Map.of("recurrence", "many")))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("complaint-priority");
    }
}
