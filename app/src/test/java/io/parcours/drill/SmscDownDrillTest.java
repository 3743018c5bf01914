package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The message centre throttles everything while messages pile up, is then down for minutes, and comes back with a limit. */
@Tag("drill")
@Tag("smsc")
@ExtendWith(StageExtension.class)
class SmscDownDrillTest {

    private static final int THROTTLED = 0x58;
    private static final int MESSAGES = Stage.size(40, 10_000);
    private static final Duration DOWN = Duration.ofSeconds(Stage.size(5, 600));
    private static final Duration ALL_LEAVE = Duration.ofSeconds(Stage.size(90, 1_200));

    private static final String QUEUED = """
            select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.execution_id_
            where j.handler_type_ = 'async-continuation' and e.act_id_ = 'askMotive'
            """;
    /** Every such job begins with four. */
    private static final String SPENT =
            "select count(*) from act_ru_job where handler_type_ = 'async-continuation' and retries_ < 4";

    private final Traffic traffic = new Traffic();
    private Stage stage;

    @Test
    void allLeaveWithinTheLimitWhenItIsBackAndNoTryIsSpentAndOneAlertRaised(Stage given) {
        stage = given.started();
        Subscribers subscribers = stage.outside().newcomers();
        stage.outside().smsc().listen(traffic::see);
        stage.outside().smsc().faults().answerAfter(Duration.ofMillis(20));
        int alertsBefore = alerts().size();

        stage.outside().smsc().faults().throttleAbove(0);
        IntStream.range(0, MESSAGES).forEach(number -> subscribers.complains(number, Subscribers.Script.SILENT));
        await("everything to be queued")
                .atMost(Duration.ofSeconds(Stage.size(60, 900)))
                .pollInterval(Stage.NOW_AND_THEN)
                .until(() -> stage.database().count(QUEUED) == MESSAGES);
        long throttled = traffic.answered(THROTTLED);
        stage.outside().smsc().faults().refuseBinds();
        stage.outside().smsc().dropBinds();
        Instant down = Instant.now();
        await("the centre to be down for long enough")
                .atMost(DOWN.plusSeconds(30))
                .pollInterval(Duration.ofMillis(Stage.size(500, 5_000)))
                .until(() -> {
                    assertThat(stage.database().count(SPENT)).as("tries spent").isZero();
                    return Instant.now().isAfter(down.plus(DOWN));
                });
        assertThat(stage.database().count(QUEUED)).isEqualTo(MESSAGES);

        stage.outside().smsc().faults().throttleAbove(Outside.RATE);
        stage.outside().smsc().faults().acceptBinds();
        Instant back = Instant.now();
        Whereabouts whereabouts = new Whereabouts(stage.database());
        await("all to leave")
                .atMost(ALL_LEAVE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> traffic.taken() >= MESSAGES && stage.database().count(QUEUED) == 0);
        await("every complaint to end, or wait where it should")
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(
                        () -> assertThat(whereabouts.astray(subscribers.all())).isEmpty());
        SendLedger sends = SendLedger.of(stage.database(), subscribers.all());
        report(sends, throttled, back, alertsBefore);
        assertThat(sends.lost()).isEmpty();
        assertThat(sends.doubled()).isZero();
        assertThat(stage.database().count("select count(*) from act_ru_incident"))
                .isZero();
        assertThat(alerts()).hasSize(alertsBefore + 1);
    }

    @AfterEach
    void theCentreIsWellAgain() {
        stage.outside().smsc().faults().throttleAbove(-1);
        stage.outside().smsc().faults().acceptBinds();
    }

    private List<String> alerts() {
        return stage.platform().logLines(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }

    private void report(SendLedger sends, long throttled, Instant back, int alertsBefore) {
        stage.report("smsc")
                .line("messages queued", MESSAGES)
                .line("throttled while they piled up", throttled)
                .line("the message centre down for", Report.seconds(DOWN))
                .line("its limit, submissions a second", Outside.RATE)
                .line("most submissions in a second after its return", traffic.most(back))
                .line("throttled after its return", traffic.answered(THROTTLED) - throttled)
                .line("all gone after", Report.seconds(Duration.between(back, traffic.lastTaken())))
                .line("tries spent", 0)
                .line("lost or doubled", sends.lost().size() + sends.doubled())
                .line("warnings in the log", alerts().size() - alertsBefore)
                .print();
    }
}
