package io.parcours.conversation;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out case numbers, {@code PA-2026-000123}, for each operator its own. They come from a sequence, so that two journeys
 * never wait for each other's commit; what is rolled back leaves a gap, never a double.
 */
@Component
class CaseNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    String next() {
        int year = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
        long number = jdbc.sql("select next_case_number(?)")
                .param(year)
                .query(Long.class)
                .single();
        return String.format(Locale.ROOT, "PA-%d-%06d", year, number);
    }
}
