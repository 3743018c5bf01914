package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The application is killed while callers are asked. The exchange keeps the calls: who holds the line is asked again and goes on;
 * who hangs up meanwhile is asked by SMS.
 */
@Tag("drill")
@Tag("telephone")
@ExtendWith(StageExtension.class)
class TelephoneDrillTest {

    private static final int KILLS = Stage.size(1, 5);
    private static final int CALLERS = Stage.size(4, 20);
    /** Every fourth does not wait for the application to come back. */
    private static final int IMPATIENT = 4;

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration LATEST_KILL = Duration.ofSeconds(8);

    private static final String CASES = """
            select v.address, k.case_number, k.closed_at is null as open from contact_point c
            join journey_case k on k.customer_id = c.customer_id
            join conversation v on v.customer_id = c.customer_id and v.channel = 'voice'
            where c.channel = 'voice' and v.address = any (?) and k.journey = 'complaint'
            """;
    private static final String ASKED_BY_SMS = """
            select count(*) from message m join conversation v on v.id = m.conversation_id
            where not m.inbound and m.channel = 'sms' and v.address = ?
            """;

    private final Random random = new Random();
    private final List<Duration> spokenTo = new ArrayList<>();
    private int gaveUp;
    private int held;

    @Test
    void whoHoldsTheLineIsAskedAgainAndWhoHangsUpIsAskedBySms(Stage given) {
        Stage stage = given.started();
        Callers callers = stage.outside().callers();

        for (int kill = 1; kill <= KILLS; kill++) {
            await("the exchange to be connected").atMost(MINUTE).until(stage.outside()::telephoned);
            call(stage, callers);
            killInTheMiddle(stage, callers);
        }

        await("everybody who held the line to know their case number")
                .atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> {
                    callers.look();
                    assertThat(callers.holding()).isEmpty();
                });
        List<String> gone = new ArrayList<>(callers.numbers());
        gone.removeAll(callers.told());
        await("the others to be asked by SMS").atMost(MINUTE).untilAsserted(() -> assertThat(gone)
                .allMatch(number -> stage.database().count(ASKED_BY_SMS, number) > 0));
        List<Map<String, Object>> cases =
                stage.database().rows(CASES, (Object) callers.numbers().toArray(String[]::new));
        report(stage, callers, cases.size());
        assertThat(gone).hasSize(gaveUp);
        assertThat(cases)
                .as("one complaint each")
                .extracting(row -> row.get("address"))
                .containsExactlyInAnyOrderElementsOf(callers.numbers());
        assertThat(cases)
                .filteredOn(row -> callers.told().contains(row.get("address")))
                .allSatisfy(row -> assertThat(callers.heard((String) row.get("address")))
                        .contains((String) row.get("case_number")));
        await("nobody to be left on a line")
                .until(() -> stage.outside().exchange().channels().isEmpty());
        assertThat(stage.outside().exchange().bridges()).isEmpty();
        assertThat(stage.database().count("select count(*) from act_ru_incident"))
                .isZero();
        assertThat(spokenTo).allSatisfy(duration -> assertThat(duration).isLessThan(MINUTE));
    }

    /** Not all at once: the kill finds each at another step. */
    private void call(Stage stage, Callers callers) {
        for (int i = 0; i < CALLERS; i++) {
            callers.call(Outside.TELEPHONE_NUMBER);
            pause(callers, Duration.ofMillis(random.nextLong(LATEST_KILL.toMillis() / CALLERS)));
        }
    }

    private void killInTheMiddle(Stage stage, Callers callers) {
        stage.platform().kill();
        Instant killed = Instant.now();
        gaveUp += callers.giveUp(IMPATIENT);
        held += callers.inACall();
        int before = callers.prompts();
        stage.platform().start();
        await("somebody to be spoken to again").atMost(MINUTE).until(() -> callers.prompts() > before);
        spokenTo.add(Duration.between(killed, Instant.now()));
    }

    private void report(Stage stage, Callers callers, int cases) {
        stage.report("telephone")
                .line("callers; complaints of theirs", callers.numbers().size() + "; " + cases)
                .line("kills -9", KILLS)
                .line("held the line over a kill, and went on", held)
                .line("hung up meanwhile, and were asked by SMS", gaveUp)
                .line(
                        "spoken to again, from the kill, at most",
                        Report.seconds(
                                spokenTo.stream().max(Duration::compareTo).get()))
                .print();
    }

    private static void pause(Callers callers, Duration duration) {
        Instant end = Instant.now().plus(duration);
        await("it")
                .pollInterval(Duration.ofMillis(50))
                .atMost(duration.plusSeconds(5))
                .until(() -> {
                    callers.look();
                    return Instant.now().isAfter(end);
                });
    }
}
