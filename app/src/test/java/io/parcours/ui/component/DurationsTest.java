package io.parcours.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"PT10S,1 min", "PT20M,20 min", "PT59M40S,1 h", "PT1H20M,1 h 20", "PT2H5M,2 h 05", "PT23H,23 h"})
    void areWrittenAsPeopleWriteThem(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }
}
