package io.parcours.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    // Four tries take eleven minutes; a small drill moves time.
    private static final Duration TRIES = Duration.ofMinutes(15);
    static final String HURRY = """
            update act_ru_job set duedate_ = now() at time zone 'UTC'
            where handler_type_ = 'async-continuation' and retries_ > 0 and exception_msg_ is not null
              and lock_owner_ is null and duedate_ > now() at time zone 'UTC'
            """;
    static final String INCIDENTS = """
            select v.address from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
            join journey_case k on k.case_number = e.business_key_ join conversation v on v.id = k.conversation_id
            """;

    private Stage stage;

    @Test
    void theOthersGoOnAndTheRefusedOnesWaitForASupervisor(Stage given) throws IOException {
        stage = given.started();
        Subscribers subscribers = stage.newcomers();
        Traffic traffic = new Traffic();
        stage.smsc().listen(traffic::see);
        stage.smsc().faults().answerAfter(Duration.ZERO);
        stage.smsc().faults().refuseTo(PoisonDrillTest::poisonous, INVALID_DESTINATION);

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

        int poison = subscribers.all().size() - others.size();
        await("every refused one to be an incident").atMost(TRIES).until(() -> {
            if (!Stage.full()) {
                stage.database().change(HURRY);
            }
            return stage.database().texts(INCIDENTS).size() == poison;
        });
        assertThat(stage.database().texts(INCIDENTS))
                .allMatch(PoisonDrillTest::poisonous)
                .doesNotHaveDuplicates();
        long refusals = traffic.answered(INVALID_DESTINATION);

        stage.smsc().faults().refuseTo(msisdn -> false, 0);
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
        assertThat(stage.database().texts(INCIDENTS)).isEmpty();
    }

    @AfterEach
    void nobodyIsRefusedAnyMore() {
        stage.smsc().faults().refuseTo(msisdn -> false, 0);
    }

    private static boolean poisonous(String msisdn) {
        return Integer.parseInt(msisdn.substring(msisdn.length() - 6)) % ONE_IN == 7;
    }
}
