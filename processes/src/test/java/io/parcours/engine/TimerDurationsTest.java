package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerDurationsTest {

    private static final Date START = Date.from(Instant.parse("2026-01-31T22:15:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"PT24H", "P3D", "P1DT12H", "PT0.5S", "P1M", "P1Y2M10DT2H30M", "PT90M", "R3/PT10S"})
    void aDurationEndsWhenTheEnginesOwnCalendarSays(String duration) {
        assertThat(new TimerDurations().resolveDuedate(duration, START))
                .isEqualTo(new DurationBusinessCalendar().resolveDuedate(duration, START));
    }

    @Test
    void withoutABeginningItBeginsNow() {
        assertThat(new TimerDurations().resolveDuedate("PT1H", (Date) null))
                .isCloseTo(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(3_600)), 60_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "P", "PT", "T", "P1DT"})
    void whatIsNoDurationIsRefusedAsTheEngineDoes(String wrong) {
        Throwable engines = catchThrowable(() -> new DurationBusinessCalendar().resolveDuedate(wrong, START));
        assertThatThrownBy(() -> new TimerDurations().resolveDuedate(wrong, START))
                .hasSameClassAs(engines);
    }
}
