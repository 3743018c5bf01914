package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Among many messages are some that the message centre refuses for good. */
@Tag("drill")
@Tag("poison")
@ExtendWith(StageExtension.class)
class PoisonDrillTest {

    private static final int INVALID_DESTINATION = 0x0B;
    private static final int MESSAGES = Stage.size(60, 10_000);
    private static final int ONE_IN = Stage.size(20, 100);
    private static final Duration OTHERS = Duration.ofSeconds(Stage.size(60, 1_200));
    private static final Duration TRIES = Duration.ofMinutes(15);
    private Stage stage;

    @Test
    void theOthersGoOnAndTheRefusedOnesWaitForASupervisor(Stage given) throws IOException {
        stage = given.started();
        Subscribers subscribers = stage.outside().newcomers();
        Traffic traffic = new Traffic();
        stage.outside().smsc().listen(traffic::see);
        stage.outside().smsc().faults().answerAfter(Duration.ZERO);
        stage.outside().smsc().faults().refuseTo(PoisonDrillTest::poisonous, INVALID_DESTINATION);

        Instant begun = Instant.now();
        IntStream.range(0, MESSAGES).forEach(number -> subscribers.complains(number, Subscribers.Script.SILENT));
        Whereabouts whereabouts = new Whereabouts(stage.database());
        List<Subscribers.Person> others = subscribers.all().stream()
                .filter(person -> !poisonous(person.msisdn()))
                .toList();
        await("the others to be where they should")
                .atMost(OTHERS)
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> assertThat(whereabouts.astray(others)).isEmpty());
        Duration took = Duration.between(begun, traffic.lastTaken());

        Refusals refused = new Refusals(stage.database());
        int poison = subscribers.all().size() - others.size();
        await("every refused one to be an incident")
                .atMost(TRIES)
                .until(() -> refused.incidents().size() == poison);
        assertThat(refused.incidents()).allMatch(PoisonDrillTest::poisonous).doesNotHaveDuplicates();
        long refusals = traffic.answered(INVALID_DESTINATION);

        stage.outside().smsc().faults().refuseTo(msisdn -> false, 0);
        Instant retried = Instant.now();
        Files.createFile(stage.platform().home().resolve("retry"));
        await("the supervisor's retry to set them going")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(
                        () -> assertThat(whereabouts.astray(subscribers.all())).isEmpty());
        SendLedger sends = SendLedger.of(stage.database(), subscribers.all());
        stage.report("poison")
                .line("messages", MESSAGES)
                .line("of these refused by the message centre (0x0B)", poison)
                .line("the others all gone after", Report.seconds(took))
                .line("refusals, four tries each", refusals)
                .line("incidents", poison)
                .line("all gone after the supervisor's retry", Report.seconds(Duration.between(retried, Instant.now())))
                .line("lost or doubled", sends.lost().size() + sends.doubled())
                .print();
        assertThat(sends.lost()).isEmpty();
        assertThat(sends.doubled()).isZero();
        assertThat(refused.incidents()).isEmpty();
    }

    @AfterEach
    void nobodyIsRefusedAnyMore() {
        stage.outside().smsc().faults().refuseTo(msisdn -> false, 0);
    }

    private static boolean poisonous(String msisdn) {
        return Integer.parseInt(msisdn.substring(msisdn.length() - 6)) % ONE_IN == 7;
    }
}
