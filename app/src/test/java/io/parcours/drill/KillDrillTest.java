package io.parcours.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
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
    private static final Duration LATEST_KILL = Duration.ofMillis(Stage.size(3_000, 8_000));
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final List<Duration> resumed = new ArrayList<>();
    private final Set<String> inFlight = new HashSet<>();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private int written;

    @Test
    void killedAtRandomMomentsNothingIsLostAndNothingDoubledButWhatWasBeingSent(Stage stage) {
        Subscribers subscribers = stage.started().newcomers();
        // A centre that takes its time: most kills come in the middle of several sends.
        stage.smsc().faults().answerAfter(Duration.ofMillis(150));

        for (int kill = 1; kill <= KILLS; kill++) {
            write(subscribers, COMPLAINTS / KILLS / 2);
            killAtARandomMoment(stage, subscribers, COMPLAINTS * kill / KILLS);
        }

        Whereabouts whereabouts = new Whereabouts(stage.database());
        await("every complaint to end, or wait where it should")
                .atMost(Duration.ofSeconds(Stage.size(60, 300)))
                .untilAsserted(
                        () -> assertThat(whereabouts.astray(subscribers.all())).isEmpty());
        await("every receipt to be here").atMost(MINUTE).untilAsserted(() -> assertThat(
                        SendLedger.of(stage.database(), subscribers.all()).unsettled())
                .isEmpty());
        SendLedger sends = SendLedger.of(stage.database(), subscribers.all());
        report(stage, sends);
        assertThat(whereabouts.misheard(subscribers.all())).isEmpty();
        assertThat(sends.lost()).isEmpty();
        assertThat(sends.wronglyDoubled()).isEmpty();
        assertThat(sends.unknown()).isEqualTo(inFlight);
        assertThat(stage.database().count("select count(*) from act_ru_incident"))
                .isZero();
        assertThat(resumed).allSatisfy(duration -> assertThat(duration).isLessThan(MINUTE));
    }

    /** Some write while it is down: there is work for the next start, however late the kill came. */
    private void killAtARandomMoment(Stage stage, Subscribers subscribers, int writtenInAll) {
        pause(Duration.ofMillis(random.nextLong(LATEST_KILL.toMillis())));
        stage.platform().kill();
        Instant killed = Instant.now();
        rememberWhatWasBeingSent(stage);
        long before = finishedSteps(stage);
        write(subscribers, writtenInAll - written);
        stage.platform().start();
        await("work to go on").atMost(MINUTE).until(() -> finishedSteps(stage) > before);
        resumed.add(Duration.between(killed, Instant.now()));
    }

    /** The database outlives the application; it is asked when the last transaction of the killed process is over. */
    private void rememberWhatWasBeingSent(Stage stage) {
        await().until(() ->
                stage.database().count("select count(*) from pg_stat_activity where usename = 'parcours_app'") == 0);
        inFlight.addAll(stage.database().texts("select id::text from message where state = 'sending'"));
    }

    private static long finishedSteps(Stage stage) {
        return stage.database().count("select count(*) from message where state not in ('queued', 'sending')");
    }

    private void write(Subscribers subscribers, int complaints) {
        IntStream.range(written, written + complaints).forEach(subscribers::complains);
        written += complaints;
    }

    private void report(Stage stage, SendLedger sends) {
        stage.report("kill")
                .line("complaints", written)
                .line("kills -9", resumed.size())
                .line("seed of the moments", seed)
                .line(
                        "ready and at work again, at most",
                        Report.seconds(resumed.stream().max(Duration::compareTo).get()))
                .line("messages sent by the platform", sends.messages())
                .line("being sent at a kill", inFlight.size())
                .line("marked unknown", sends.unknown().size())
                .line("of these held, by the rule of their type", sends.held())
                .line("shown twice on a handset", sends.doubled())
                .line(
                        "lost, or doubled without such a reason",
                        sends.lost().size() + sends.wronglyDoubled().size())
                .print();
    }

    private static void pause(Duration duration) {
        Instant end = Instant.now().plus(duration);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(duration.plusSeconds(5))
                .until(() -> Instant.now().isAfter(end));
    }
}
