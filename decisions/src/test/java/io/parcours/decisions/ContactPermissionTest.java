package io.parcours.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.decisions.ContactPermission.Contact;
import io.parcours.decisions.ContactPermission.Permission;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactPermissionTest {

    private static final LocalDateTime MONDAY_NOON = LocalDateTime.of(2026, 11, 30, 12, 0);
    private static final LocalDateTime SUNDAY_NOON = LocalDateTime.of(2026, 11, 29, 12, 0);

    static Stream<Row> rows() {
        return Stream.of(
                new Row("service", true, true, MONDAY_NOON, 0, 0, "refusedByCustomer", Permission.REFUSED),
                new Row("service", false, false, MONDAY_NOON.withHour(3), 9, 9, "service", Permission.ALLOWED),
                new Row("marketing", false, false, MONDAY_NOON, 0, 0, "noConsent", Permission.REFUSED),
                new Row("marketing", false, true, MONDAY_NOON.withHour(7), 0, 0, "tooEarly", Permission.LATER),
                new Row("survey", false, false, MONDAY_NOON.withHour(20), 0, 0, "tooLate", Permission.LATER),
                new Row("survey", false, false, SUNDAY_NOON, 0, 0, "sunday", Permission.LATER),
                new Row("marketing", false, true, MONDAY_NOON, 2, 2, "dayPressure", Permission.REFUSED),
                new Row("collection", false, false, MONDAY_NOON, 1, 4, "weekPressure", Permission.REFUSED),
                new Row("marketing", false, true, MONDAY_NOON.withHour(19), 1, 3, "allowed", Permission.ALLOWED));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aContactIsAllowedPutOffOrRefused(Row row) {
        var decisions = new ObservedDecisions();

        assertThat(new ContactPermission(decisions).decide(row.contact()).permission())
                .isEqualTo(row.permission());
        assertThat(decisions.lastRule()).isEqualTo(row.rule());
    }

    @Test
    void everyRowOfTheTableIsReached() {
        Set<String> reached = rows().map(Row::rule).collect(Collectors.toSet());

        assertThat(ObservedDecisions.ruleIds(ContactPermission.DECISION))
                .isNotEmpty()
                .allMatch(reached::contains);
    }

    @Test
    void whatIsPutOffWaitsUntilTheNextPermittedHour() {
        var permission = new ContactPermission(new ClasspathDecisions());

        assertThat(permission
                        .decide(contact(MONDAY_NOON.withHour(6).withMinute(30)))
                        .pause())
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(permission.decide(contact(MONDAY_NOON.withHour(22))).pause()).isEqualTo(Duration.ofHours(10));
        assertThat(permission.decide(contact(MONDAY_NOON)).pause()).isZero();
    }

    private static Contact contact(LocalDateTime at) {
        return new Contact("marketing", false, true, at, 0, 0);
    }

    record Row(
            String purpose,
            boolean optedOut,
            boolean consent,
            LocalDateTime at,
            int today,
            int thisWeek,
            String rule,
            Permission permission) {

        Contact contact() {
            return new Contact(purpose, optedOut, consent, at, today, thisWeek);
        }
    }
}
