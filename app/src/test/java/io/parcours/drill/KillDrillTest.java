package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application is killed, as {@code kill -9} does, at random moments while complaints run, and started again. */
@Tag("drill")
@Tag("kill")
@ExtendWith(StageExtension.class)
class KillDrillTest {

    private static final int KILLS = Stage.size(2, 20);
    private static final int COMPLAINTS = Stage.size(60, 1_000);
    /** On each channel but SMS and the telephone, before each kill. */
    private static final int OTHERS = 2;

    private static final Duration LATEST_KILL = Duration.ofMillis(Stage.size(3_000, 8_000));
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final List<Duration> resumed = new ArrayList<>();
    private final Set<String> inFlight = new HashSet<>();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private Stage stage;
    private Everybody people;

    @Test
    void killedAtRandomMomentsNothingIsLostAndNothingDoubledButWhatWasBeingSent(Stage given) {
        stage = given.started();
        people = new Everybody(stage);
        // Providers that take their time: most kills come in the middle of several sends.
        stage.outside().answerAfter(Duration.ofMillis(150));

        for (int kill = 1; kill <= KILLS; kill++) {
            people.write(COMPLAINTS / KILLS / 2);
            people.writeElsewhere(OTHERS);
            killAtARandomMoment(COMPLAINTS * kill / KILLS);
        }

        await("every complaint to end, or wait where it should")
                .atMost(Duration.ofSeconds(Stage.size(60, 300)))
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> assertThat(people.astray()).isEmpty());
        await("every receipt to be here")
                .atMost(MINUTE)
                .untilAsserted(() -> assertThat(people.sentBySms().unsettled()).isEmpty());
        assertThat(people.misheard()).isEmpty();
        List<SendLedger> sends = people.sends();
        report(sends);
        assertThat(sends).flatMap(SendLedger::lost).isEmpty();
        assertThat(sends).flatMap(SendLedger::wronglyDoubled).isEmpty();
        assertThat(sends).flatMap(SendLedger::unknown).containsExactlyInAnyOrderElementsOf(inFlight);
        assertThat(stage.database().count("select count(*) from act_ru_incident"))
                .isZero();
        assertThat(resumed).allSatisfy(duration -> assertThat(duration).isLessThan(MINUTE));
    }

    @AfterEach
    void providersAnswerAtOnceAgain() {
        stage.outside().answerAfter(Duration.ZERO);
    }

    /** Some write while it is down: there is work for the next start, however late the kill came. */
    private void killAtARandomMoment(int writtenInAll) {
        pause(Duration.ofMillis(random.nextLong(LATEST_KILL.toMillis())));
        stage.platform().kill();
        Instant killed = Instant.now();
        rememberWhatWasBeingSent();
        long before = finishedSteps();
        people.write(writtenInAll - people.written());
        stage.platform().start();
        await("work to go on").atMost(MINUTE).until(() -> finishedSteps() > before);
        resumed.add(Duration.between(killed, Instant.now()));
    }

    /** The database outlives the application; it is asked when the last transaction of the killed process is over. */
    private void rememberWhatWasBeingSent() {
        await("it")
                .until(() ->
                        stage.database().count("select count(*) from pg_stat_activity where usename = 'parcours_app'")
                                == 0);
        inFlight.addAll(stage.database().texts("select id::text from message where state = 'sending'"));
    }

    private long finishedSteps() {
        return stage.database().count("select count(*) from message where state not in ('queued', 'sending')");
    }

    private void report(List<SendLedger> sends) {
        stage.report("kill")
                .line("complaints by SMS", people.written())
                .line("by WhatsApp, Messenger, Telegram and e-mail each", OTHERS * KILLS)
                .line("kills -9", resumed.size())
                .line("seed of the moments", seed)
                .line(
                        "ready and at work again, at most",
                        Report.seconds(resumed.stream().max(Duration::compareTo).get()))
                .line("messages sent by the platform: SMS, and in this order", Report.each(sends, SendLedger::messages))
                .line("being sent at a kill", inFlight.size())
                .line("marked unknown", Report.each(sends, ledger -> ledger.unknown()
                        .size()))
                .line("of these held, by the rule of their type", Report.each(sends, SendLedger::held))
                .line("shown twice on a handset", Report.each(sends, SendLedger::doubled))
                .line("lost", Report.each(sends, ledger -> ledger.lost().size()))
                .line("doubled without such a reason", Report.each(sends, ledger -> ledger.wronglyDoubled()
                        .size()))
                .print();
    }

    private void pause(Duration duration) {
        Instant end = Instant.now().plus(duration);
        await("it")
                .pollInterval(Duration.ofMillis(50))
                .atMost(duration.plusSeconds(5))
                .until(() -> {
                    people.look();
                    return Instant.now().isAfter(end);
                });
    }
}
