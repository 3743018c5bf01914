package io.parcours.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
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
    private final List<Correspondents> others = new ArrayList<>();
    private Stage stage;
    private int written;

    @Test
    void killedAtRandomMomentsNothingIsLostAndNothingDoubledButWhatWasBeingSent(Stage given) {
        stage = given.started();
        Subscribers subscribers = stage.outside().newcomers();
        // Providers that take their time: most kills come in the middle of several sends.
        stage.outside().answerAfter(Duration.ofMillis(150));

        for (int kill = 1; kill <= KILLS; kill++) {
            write(subscribers, COMPLAINTS / KILLS / 2);
            others.add(stage.outside().correspondents(OTHERS));
            others.get(kill - 1).complain();
            killAtARandomMoment(subscribers, COMPLAINTS * kill / KILLS);
        }

        Whereabouts whereabouts = new Whereabouts(stage.database());
        patiently("every complaint to end, or wait where it should")
                .atMost(Duration.ofSeconds(Stage.size(60, 300)))
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> {
                    others.forEach(Correspondents::look);
                    assertThat(whereabouts.astray(subscribers.all())).isEmpty();
                    assertThat(others)
                            .flatMap(each -> each.astray(stage.database()))
                            .isEmpty();
                });
        patiently("every receipt to be here").atMost(MINUTE).untilAsserted(() -> assertThat(
                        SendLedger.of(stage.database(), subscribers.all()).unsettled())
                .isEmpty());
        assertThat(whereabouts.misheard(subscribers.all())).isEmpty();
        List<SendLedger> sends = sends(subscribers);
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

    /** By channel. */
    private List<SendLedger> sends(Subscribers subscribers) {
        List<SendLedger> ledgers = new ArrayList<>(List.of(SendLedger.of(stage.database(), subscribers.all())));
        for (String channel : Correspondents.CHANNELS) {
            Map<String, List<String>> shown = new HashMap<>();
            others.forEach(each -> shown.putAll(each.shown(channel)));
            ledgers.add(SendLedger.of(stage.database(), channel, shown));
        }
        return ledgers;
    }

    /** Some write while it is down: there is work for the next start, however late the kill came. */
    private void killAtARandomMoment(Subscribers subscribers, int writtenInAll) {
        pause(Duration.ofMillis(random.nextLong(LATEST_KILL.toMillis())));
        stage.platform().kill();
        Instant killed = Instant.now();
        rememberWhatWasBeingSent();
        long before = finishedSteps();
        write(subscribers, writtenInAll - written);
        stage.platform().start();
        patiently("work to go on").atMost(MINUTE).until(() -> finishedSteps() > before);
        resumed.add(Duration.between(killed, Instant.now()));
    }

    /** The database outlives the application; it is asked when the last transaction of the killed process is over. */
    private void rememberWhatWasBeingSent() {
        patiently("it")
                .until(() ->
                        stage.database().count("select count(*) from pg_stat_activity where usename = 'parcours_app'")
                                == 0);
        inFlight.addAll(stage.database().texts("select id::text from message where state = 'sending'"));
    }

    private long finishedSteps() {
        return stage.database().count("select count(*) from message where state not in ('queued', 'sending')");
    }

    private void write(Subscribers subscribers, int complaints) {
        IntStream.range(written, written + complaints).forEach(subscribers::complains);
        written += complaints;
    }

    private void report(List<SendLedger> sends) {
        stage.report("kill")
                .line("complaints by SMS", written)
                .line("by WhatsApp, Messenger, Telegram and e-mail each", OTHERS * KILLS)
                .line("kills -9", resumed.size())
                .line("seed of the moments", seed)
                .line(
                        "ready and at work again, at most",
                        Report.seconds(resumed.stream().max(Duration::compareTo).get()))
                .line("messages sent by the platform: SMS, and in this order", each(sends, SendLedger::messages))
                .line("being sent at a kill", inFlight.size())
                .line("marked unknown", each(sends, ledger -> ledger.unknown().size()))
                .line("of these held, by the rule of their type", each(sends, SendLedger::held))
                .line("shown twice on a handset", each(sends, SendLedger::doubled))
                .line("lost", each(sends, ledger -> ledger.lost().size()))
                .line("doubled without such a reason", each(sends, ledger -> ledger.wronglyDoubled()
                        .size()))
                .print();
    }

    /** A server that a killed client was speaking with may end with an exception of its own. */
    private static ConditionFactory patiently(String what) {
        return await(what).dontCatchUncaughtExceptions();
    }

    private static String each(List<SendLedger> sends, Function<SendLedger, Number> figure) {
        return sends.stream()
                .map(ledger -> String.valueOf(figure.apply(ledger)))
                .collect(Collectors.joining(", "));
    }

    private void pause(Duration duration) {
        Instant end = Instant.now().plus(duration);
        patiently("it")
                .pollInterval(Duration.ofMillis(50))
                .atMost(duration.plusSeconds(5))
                .until(() -> {
                    others.forEach(Correspondents::look);
                    return Instant.now().isAfter(end);
                });
    }
}
