package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.conversation.Problem;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.tenant.TenantContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What holds for every database of an operator's. */
abstract class SqlSystemContract {

    private static final String AWA = "+2290197000000";

    private OperatorTestBed bed;

    abstract OperatorConnection connection(String name);

    /** The operator's own access. */
    abstract Connection own() throws SQLException;

    abstract String momentType();

    abstract String sleeping(int seconds);

    abstract String writingFunction();

    /** Takes 600 ms and then inserts. */
    abstract String slowInsert();

    @BeforeEach
    void fill() throws SQLException {
        does(
                "drop table if exists top_up",
                "drop table if exists subscriber",
                "create table subscriber (msisdn varchar(20) primary key, balance decimal(12, 2), offer varchar(60),"
                        + " since date, points bigint, active boolean, seen_at " + momentType()
                        + ", account varchar(40))",
                "create table top_up (order_key varchar(64) primary key, msisdn varchar(20), amount decimal(12, 2))",
                "insert into subscriber values ('+2290197000000', 12400.50, 'Duo 30 Go', '2019-03-11', 320, true,"
                        + " '2026-11-28 08:30:00', 'ACC-1')",
                "insert into subscriber values ('+2290197000001', null, null, null, null, null, null, null)",
                "insert into subscriber values ('+2290197000002', 10, 'Duo 30 Go', null, 5, false, null, null)",
                "insert into subscriber values ('+2290197000003', 10, 'Duo 30 Go', null, 5, false, null, null)");
        bed = new OperatorTestBed(connection("billing").describedBy("trial-sql"));
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aRowComesAsTypedFields() {
        Map<String, Object> row =
                bed.reads("balance", Map.of("msisdn", AWA)).first().orElseThrow();

        assertThat((BigDecimal) row.get("balance")).isEqualByComparingTo("12400.50");
        assertThat(row)
                .containsEntry("offer", "Duo 30 Go")
                .containsEntry("since", LocalDate.of(2019, 3, 11))
                .containsEntry("points", 320L)
                .containsEntry("active", true)
                .containsEntry("seenAt", Instant.parse("2026-11-28T08:30:00Z"));
    }

    @Test
    void whatIsEmptyThereIsNullAndNobodyIsNoRow() {
        assertThat(bed.reads("balance", Map.of("msisdn", "+2290197000001"))
                        .first()
                        .orElseThrow()
                        .values())
                .containsOnlyNulls();
        assertThat(bed.reads("balance", Map.of("msisdn", "+22900000000")).rows())
                .isEmpty();
    }

    @Test
    void aListEndsAtItsLimit() {
        assertThat(bed.reads("search", Map.of("offer", "Duo 30 Go")).rows()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', textBlock = """
                    offer, x' or '1'='1
                    offer, '; drop table subscriber; --
                    offer, ^Duo" or ""="^
                    offer, :points
                    offer, \\' or 1=1 --
                    points, 1 or 1=1
                    points, 1e400
                    points, 0x10
                    balance, 1) or (1=1
                    balance, NaN
                    since, 2019-03-11' or '1'='1
                    since, infinity
                    account, ' or '1'='1
                    account, ACC-1;drop table subscriber
                    account, ACC-1'--
                    """)
    void noValueOfAnyTypeBecomesPartOfTheStatement(String parameter, String attack) throws SQLException {
        OperatorAnswer answer = null;
        try {
            answer = bed.reads("search", Map.of(parameter, attack));
        } catch (OperationRefused refused) {
            assertThat(refused.parameter()).isEqualTo(parameter);
            assertThat(refused.getMessage()).doesNotContain(attack);
        }

        assertThat(answer == null || answer.rows().isEmpty())
                .as("nothing found by it")
                .isTrue();
        assertThat(number("select count(*) from subscriber")).isEqualTo(4);
    }

    @Test
    void noTelephoneNumberIsAnAttackEither() {
        for (String attack : List.of("+229' or '1'='1", "+2290197000000;--", "' union select 1", "0197000000", "+0")) {
            assertThatThrownBy(() -> bed.reads("balance", Map.of("msisdn", attack)))
                    .isInstanceOfSatisfying(OperationRefused.class, refused -> assertThat(refused.parameter())
                            .isEqualTo("msisdn"));
        }
    }

    @Test
    void whatIsMissingUnknownOrOutOfBoundsIsRefusedByName() {
        assertThatThrownBy(() -> bed.reads("balance", Map.of())).hasMessage("missing msisdn");
        assertThatThrownBy(() -> bed.reads("balance", Map.of("msisdn", AWA, "zone", "x")))
                .hasMessage("unknown-parameter zone");
        assertThatThrownBy(() -> bed.reads("search", Map.of("points", -1))).hasMessage("out-of-bounds points");
        assertThatThrownBy(() -> bed.writes("topUp", Map.of("msisdn", AWA, "amount", "99,99"), "k"))
                .hasMessage("out-of-bounds amount");
    }

    @Test
    void aReadCannotWriteEvenByAFunction() throws SQLException {
        does(writingFunction());
        try (OperatorSystem sly = described("select touch() as offer", Duration.ofSeconds(3))) {
            assertThatThrownBy(() -> sly.read("sly", Map.of())).isInstanceOf(NotAvailable.class);
        }
        assertThat(number("select points from subscriber where msisdn = '" + AWA + "'"))
                .isEqualTo(320);
    }

    @Test
    void aWriteIsDoneOnceForItsKey() throws SQLException {
        bed.writes("topUp", Map.of("msisdn", AWA, "amount", 500), "job-1");

        // The operator's own unique key tells the repetition.
        assertThatThrownBy(() -> bed.writes("topUp", Map.of("msisdn", AWA, "amount", 500), "job-1"))
                .isInstanceOf(OperationRefused.class)
                .hasMessageContaining("sql-23");
        assertThat(number("select count(*) from top_up")).isEqualTo(1);
    }

    @Test
    void aWriteThatChangesNothingIsRefused() {
        assertThatThrownBy(() -> bed.writes("topUp", Map.of("msisdn", "+22900000000", "amount", 500), "job-2"))
                .hasMessage("nothing-changed");
    }

    @Test
    void aWriteIsNoReadNorTheOtherWayRound() throws SQLException {
        assertThatThrownBy(() -> bed.reads("topUp", Map.of("msisdn", AWA, "amount", 500)))
                .hasMessage("not-a-read");
        assertThatThrownBy(() -> bed.writes("balance", Map.of("msisdn", AWA), "k"))
                .hasMessage("not-a-write");
        assertThat(number("select count(*) from top_up")).isZero();
    }

    @Test
    void aSlowAnswerIsNotWaitedFor() {
        try (OperatorSystem slow = described(sleeping(20), Duration.ofMillis(300))) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> slow.read("sly", Map.of())).hasMessage("timeout");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aWriteThatCameTooLateIsNotDone() throws SQLException, InterruptedException {
        try (OperatorSystem slow = written(slowInsert(), Duration.ofMillis(200))) {
            assertThatThrownBy(() -> slow.write("sly", Map.of(), "job-4")).isInstanceOf(NotAvailable.class);
            // Nothing tells that nothing happens any more: it is looked for longer than the statement takes.
            for (int look = 0; look < 12; look++) {
                Thread.sleep(100);
                assertThat(number("select count(*) from top_up")).isZero();
            }
        }
    }

    @Test
    void neitherPasswordNorNumberNorAnswerIsLogged() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        OperatorConnection right = connection("billing").describedBy("trial-sql");
        OperatorConnection wrong = new OperatorConnection(
                right.tenant(), "other", right.url(), right.user(), "not-the-secret", null, "trial-sql", null);
        try (OperatorTestBed refused = new OperatorTestBed(wrong)) {
            assertThatThrownBy(() -> refused.reads("balance", Map.of("msisdn", AWA)))
                    .isInstanceOf(NotAvailable.class);
            bed.reads("balance", Map.of("msisdn", AWA));
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(event -> event.getFormattedMessage() + String.valueOf(event.getThrowableProxy()))
                .noneMatch(line -> line.contains("not-the-secret")
                        || line.contains(right.password())
                        || line.contains(AWA)
                        || line.contains("12400"));
    }

    @Test
    void aKeptAnswerIsGivenUntilItIsTooOldOrSomethingIsWritten() throws SQLException {
        Map<String, String> awa = Map.of("msisdn", AWA);
        Object before = bed.reads("keptBalance", awa).first().orElseThrow().get("balance");
        does("update subscriber set balance = 1 where msisdn = '" + AWA + "'");

        assertThat(bed.reads("keptBalance", Map.of("msisdn", "+229 01 97 00 00 00"))
                        .first()
                        .orElseThrow())
                .containsEntry("balance", before);
        bed.clock.passes(Duration.ofSeconds(31));
        assertThat((BigDecimal)
                        bed.reads("keptBalance", awa).first().orElseThrow().get("balance"))
                .isEqualByComparingTo("1");

        does("update subscriber set balance = 2 where msisdn = '" + AWA + "'");
        bed.writes("topUp", Map.of("msisdn", AWA, "amount", 500), "job-3");
        assertThat((BigDecimal)
                        bed.reads("keptBalance", awa).first().orElseThrow().get("balance"))
                .isEqualByComparingTo("2");
    }

    @Test
    void anotherOperatorsSystemIsNotThereByAnyName() {
        for (String name : List.of("balance", "billing.balance", "demo.balance", "demo/billing.balance")) {
            assertThatThrownBy(() -> bed.readsAs("littoral", name, Map.of("msisdn", AWA)))
                    .isInstanceOf(OperationRefused.class)
                    .hasMessage("no-operation");
        }
        assertThat(TenantContext.call("littoral", bed.systems::operations)).isEmpty();
        assertThat(TenantContext.call("littoral", bed.systems::states)).isEmpty();
    }

    @Test
    void aTrialLooksAtTheLoginTheDatabaseAndEachStatementAndRunsNone() throws SQLException {
        OperatorConnection right = connection("billing").describedBy("trial-sql");
        assertThat(tried(right)).isEmpty();
        assertThat(number("select count(*) from top_up")).isZero();

        assertThat(tried(OperatorConnection.of(right.tenant(), "other", right.url(), right.user(), "not-the-secret")
                        .describedBy("trial-sql")))
                .contains(Problem.of("system.login"));
        assertThat(tried(OperatorConnection.of(
                                right.tenant(), "other", right.url() + "_none", right.user(), right.password())
                        .describedBy("trial-sql")))
                .contains(Problem.of("system.noDatabase"));

        does("alter table subscriber drop column offer");
        assertThat(tried(right)).contains(Problem.of("system.statement", "balance", Problem.of("system.noColumn")));
        does("drop table subscriber");
        assertThat(tried(right)).contains(Problem.of("system.statement", "balance", Problem.of("system.noTable")));
    }

    private static Optional<Problem> tried(OperatorConnection connection) {
        return SystemProbe.problem(
                connection, new OperationFiles("").of(connection).values());
    }

    private OperatorSystem written(String sql, Duration timeout) {
        OperatorConnection connection = connection("trial");
        Map<String, Described> operations = OperatorTestBed.described(connection, """
                operations:
                  - name: sly
                    kind: write
                    timeout: %s
                    label: {fr: Essai, en: Trial}
                    sql: %s
                """.formatted(timeout, sql));
        return new OperatorSystem(connection, operations, new SimpleMeterRegistry(), bed.clock);
    }

    private OperatorSystem described(String sql, Duration timeout) {
        OperatorConnection connection = connection("trial");
        Map<String, Described> operations = OperatorTestBed.described(connection, """
                operations:
                  - name: sly
                    kind: read
                    timeout: %s
                    label: {fr: Essai, en: Trial}
                    sql: %s
                    result:
                      rows: one
                      fields:
                        - {name: offer, type: text, label: {fr: Offre, en: Offer}}
                """.formatted(timeout, sql));
        return new OperatorSystem(connection, operations, new SimpleMeterRegistry(), bed.clock);
    }

    private void does(String... statements) throws SQLException {
        try (Connection connection = own();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private int number(String query) throws SQLException {
        try (Connection connection = own();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
