package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL ends under load, in each of the ways it can, and nobody lends a hand. */
@Tag("drill")
@Tag("database")
@ExtendWith(StageExtension.class)
class DatabaseRestartDrillTest {

    /** As an administrator restarts it, as it is stopped in a hurry, and as the machine kills it. */
    private static final List<String> SIGNALS = Stage.full() ? List.of("INT", "QUIT", "KILL") : List.of("KILL");

    private static final int COMPLAINTS = Stage.size(30, 300);
    /** On each channel but SMS and the telephone, before each end of the database and as many during it. */
    private static final int OTHERS = Stage.size(2, 10);

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final Traffic traffic = new Traffic();
    private final List<Duration> ready = new ArrayList<>();
    private final List<Duration> atWork = new ArrayList<>();

    @Test
    void theDatabaseComesBackAndSoDoesThePlatformWithoutAHand(Stage stage) {
        Everybody people = new Everybody(stage.started());
        WhatsAppCrowd whatsapp = stage.outside().whatsAppCrowd();
        stage.outside().smsc().listen(traffic::see);
        stage.outside().smsc().faults().answerAfter(Duration.ofMillis(50));

        for (String signal : SIGNALS) {
            int half = COMPLAINTS / SIGNALS.size() / 2;
            people.write(half);
            people.writeElsewhere(OTHERS);
            await("load").until(() -> stage.database().count("select count(*) from act_ru_job") > 0);
            end(stage, signal);
            Instant ended = Instant.now();
            IntStream.range(0, half).forEach(number -> whatsapp.complains(people.written() + number));
            people.write(half);
            people.writeElsewhere(OTHERS);
            await("the platform to serve again")
                    .atMost(MINUTE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(stage.platform()::ready);
            ready.add(Duration.between(ended, Instant.now()));
            Instant again = Instant.now();
            await("messages to leave again").atMost(MINUTE).until(() -> traffic.lastTaken()
                    .isAfter(again));
            atWork.add(Duration.between(ended, Instant.now()));
        }

        await("every complaint to end, or wait where it should")
                .atMost(Duration.ofSeconds(Stage.size(60, 180)))
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> assertThat(people.astray()).isEmpty());
        await("every WhatsApp message to have its one effect")
                .atMost(MINUTE)
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(
                        () -> assertThat(whatsapp.astray(stage.database())).isEmpty());
        List<SendLedger> sends = people.sends();
        report(stage, people, sends, whatsapp);
        assertThat(whatsapp.answers().keySet()).isSubsetOf(200, 503);
        assertThat(people.misheard()).isEmpty();
        assertThat(sends).flatMap(SendLedger::lost).isEmpty();
        assertThat(sends).flatMap(SendLedger::wronglyDoubled).isEmpty();
        assertThat(stage.database().count("select count(*) from act_ru_incident"))
                .isZero();
        assertThat(ready).allSatisfy(duration -> assertThat(duration).isLessThan(MINUTE));
        assertThat(atWork).allSatisfy(duration -> assertThat(duration).isLessThan(MINUTE));
    }

    private static void end(Stage stage, String signal) {
        long postmaster = stage.database().postmaster();
        Signals.send(signal, postmaster);
        await("PostgreSQL to be gone")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> ProcessHandle.of(postmaster).isEmpty());
    }

    private void report(Stage stage, Everybody people, List<SendLedger> sends, WhatsAppCrowd whatsapp) {
        stage.report("database")
                .line("complaints by SMS", people.written())
                .line("by WhatsApp, Messenger, Telegram and e-mail each", 2 * OTHERS * SIGNALS.size())
                .line("PostgreSQL ended by", SIGNALS)
                .line(
                        "the platform ready again after",
                        ready.stream().map(Report::seconds).toList())
                .line(
                        "messages leave again after",
                        atWork.stream().map(Report::seconds).toList())
                .line("SMS not taken meanwhile, and delivered again by the message centre", traffic.deferred())
                .line("webhooks by the HTTP status of their answer", whatsapp.answers())
                .sends(sends)
                .print();
    }
}
