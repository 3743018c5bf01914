package io.parcours.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
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
    private static final Duration FULL = Duration.ofSeconds(Stage.size(6, 60));
    private static final Duration MINUTE = Duration.ofSeconds(60);
    // The log of a whole segment has to go somewhere: with no room for the next one PostgreSQL stops.
    private static final String WRITE_AHEAD =
            "select count(pg_logical_emit_message(false, 'drill', repeat('x', 1000000))) from generate_series(1, 80)";

    private final Traffic traffic = new Traffic();
    private Stage stage;
    private int written;

    @Test
    void nothingIsTakenThatCannotBeKeptAndAllGoesOnWhenThereIsRoom(Stage given) {
        stage = given;
        assumeThat(stage.volume())
                .as("a small volume for the data; only root can mount one")
                .isNotNull();
        stage.started();
        Subscribers subscribers = stage.outside().newcomers();
        stage.outside().smsc().listen(traffic::see);
        stage.outside().smsc().faults().answerAfter(Duration.ofMillis(20));
        write(subscribers, COMPLAINTS / 2);
        await("load").until(() -> traffic.taken() > 2);

        stage.volume().fill();
        Instant full = Instant.now();
        write(subscribers, COMPLAINTS / 2);
        useUpTheLog();
        await("the disk to be full for long enough")
                .atMost(FULL.plusSeconds(10))
                .until(() -> Instant.now().isAfter(full.plus(FULL)) && traffic.deferred() > 0);
        boolean served = stage.platform().ready();
        stage.volume().makeRoom();
        Instant room = Instant.now();
        await("the platform to serve again").atMost(MINUTE).until(stage.platform()::ready);
        Duration ready = Duration.between(room, Instant.now());

        Whereabouts whereabouts = new Whereabouts(stage.database());
        await("every complaint to end, or wait where it should")
                .atMost(Duration.ofSeconds(Stage.size(60, 180)))
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(
                        () -> assertThat(whereabouts.astray(subscribers.all())).isEmpty());
        SendLedger sends = SendLedger.of(stage.database(), subscribers.all());
        stage.report("disk")
                .line("complaints", written)
                .line("disk full for", Report.seconds(Duration.between(full, room)))
                .line("ready meanwhile", served)
                .line("SMS not taken meanwhile, and delivered again by the message centre", traffic.deferred())
                .line("ready again after there was room", Report.seconds(ready))
                .line("everything in its place after", Report.seconds(Duration.between(room, Instant.now())))
                .line("messages sent by the platform", sends.messages())
                .line("marked unknown", sends.unknown().size())
                .line(
                        "lost, or doubled without such a reason",
                        sends.lost().size() + sends.wronglyDoubled().size())
                .print();
        assertThat(whereabouts.misheard(subscribers.all())).isEmpty();
        assertThat(sends.lost()).isEmpty();
        assertThat(sends.wronglyDoubled()).isEmpty();
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

    private void write(Subscribers subscribers, int complaints) {
        IntStream.range(written, written + complaints).forEach(subscribers::complains);
        written += complaints;
    }
}
