package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

/** The database's disk fills up under load, until PostgreSQL itself gives up; then there is room again. */
@Tag("drill")
@Tag("disk")
@ExtendWith(StageExtension.class)
class DiskFullDrillTest {

    private static final int COMPLAINTS = Stage.size(20, 300);
    /** On each channel but SMS and the telephone, before the disk is full and as many while it is. */
    private static final int OTHERS = Stage.size(2, 20);

    private static final Duration FULL = Duration.ofSeconds(Stage.size(6, 60));
    private static final Duration MINUTE = Duration.ofSeconds(60);
    // The log of a whole segment has to go somewhere: with no room for the next one PostgreSQL stops.
    private static final String WRITE_AHEAD =
            "select count(pg_logical_emit_message(false, 'drill', repeat('x', 1000000))) from generate_series(1, 80)";

    private final Traffic traffic = new Traffic();
    private Stage stage;

    @Test
    void nothingIsTakenThatCannotBeKeptAndAllGoesOnWhenThereIsRoom(Stage given) {
        stage = given;
        assumeThat(stage.volume())
                .as("a small volume for the data; only root can mount one")
                .isNotNull();
        stage.started();
        Everybody people = new Everybody(stage);
        stage.outside().smsc().listen(traffic::see);
        stage.outside().smsc().faults().answerAfter(Duration.ofMillis(20));
        people.write(COMPLAINTS / 2);
        people.writeElsewhere(OTHERS);
        await("load").until(() -> traffic.taken() > 2);

        stage.volume().fill();
        Instant full = Instant.now();
        people.write(COMPLAINTS / 2);
        people.writeElsewhere(OTHERS);
        useUpTheLog();
        await("the disk to be full for long enough")
                .atMost(FULL.plusSeconds(10))
                .until(() -> Instant.now().isAfter(full.plus(FULL)) && traffic.deferred() > 0);
        boolean served = stage.platform().ready();
        stage.volume().makeRoom();
        Instant room = Instant.now();
        await("the platform to serve again").atMost(MINUTE).until(stage.platform()::ready);
        Duration ready = Duration.between(room, Instant.now());

        await("every complaint to end, or wait where it should")
                .atMost(Duration.ofSeconds(Stage.size(60, 180)))
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> assertThat(people.astray()).isEmpty());
        List<SendLedger> sends = people.sends();
        stage.report("disk")
                .line("complaints by SMS", people.written())
                .line("by WhatsApp, Messenger, Telegram and e-mail each", 2 * OTHERS)
                .line("disk full for", Report.seconds(Duration.between(full, room)))
                .line("ready meanwhile", served)
                .line("SMS not taken meanwhile, and delivered again by the message centre", traffic.deferred())
                .line("ready again after there was room", Report.seconds(ready))
                .line("everything in its place after", Report.seconds(Duration.between(room, Instant.now())))
                .sends(sends)
                .print();
        assertThat(people.misheard()).isEmpty();
        assertThat(sends).flatMap(SendLedger::lost).isEmpty();
        assertThat(sends).flatMap(SendLedger::wronglyDoubled).isEmpty();
        assertThat(stage.database().count("select count(*) from act_ru_incident"))
                .isZero();
    }

    @AfterEach
    void thereIsRoomAgain() {
        if (stage.volume() != null) {
            stage.volume().makeRoom();
        }
    }

    private void useUpTheLog() {
        try {
            stage.database().count(WRITE_AHEAD);
        } catch (DataAccessException ended) {
            // The server has ended, as it should.
        }
    }
}
