package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WhatsApp, Messenger, Telegram and the mail servers are away at once, in the middle of complaints, and come back. */
@Tag("drill")
@Tag("peers")
@ExtendWith(StageExtension.class)
class PeersDownDrillTest {

    /** On each channel before the outage, and as many again during it. */
    private static final int EACH = Stage.size(3, 100);

    private static final Duration DOWN = Duration.ofSeconds(Stage.size(5, 300));
    private static final Duration ALL_END = Duration.ofSeconds(Stage.size(90, 900));

    private static final String QUEUED = """
            select count(*) from message m join conversation v on v.id = m.conversation_id
            where v.channel = any (?) and m.state = 'queued'
            """;
    /** Every such job begins with four. */
    private static final String SPENT =
            "select count(*) from act_ru_job where handler_type_ = 'async-continuation' and retries_ < 4";

    private static final String UNKNOWN = """
            select count(*) from message m join conversation v on v.id = m.conversation_id
            where v.channel = any (?) and m.state in ('unknown', 'sending')
            """;

    private final List<Correspondents> all = new ArrayList<>();
    private Stage stage;

    @Test
    void whatWaitsLeavesOnceWhenTheyAreBack(Stage given) {
        stage = given.started();
        int alertsBefore = alerts().size();
        all.add(stage.outside().correspondents(EACH));
        all.get(0).complain();
        if (!Stage.full()) {
            // What was being sent is tried again a minute later: too long for every build.
            await("all to be asked").atMost(ALL_END).until(this::asked);
        }

        stage.outside().othersDown();
        Instant down = Instant.now();
        all.add(stage.outside().correspondents(EACH));
        all.get(1).complain();
        // These two are told of by the provider; what is fetched from it waits there.
        await("those who wrote meanwhile to be asked in vain")
                .atMost(Duration.ofSeconds(Stage.size(60, 300)))
                .until(() -> queued("whatsapp") >= EACH && queued("messenger") >= EACH);
        await("the outage to be long enough")
                .atMost(DOWN.plusSeconds(60))
                .pollInterval(Duration.ofMillis(Stage.size(500, 5_000)))
                .until(() -> {
                    assertThat(stage.database().count(SPENT))
                            .as("tries spent on what certainly did not leave")
                            .isLessThanOrEqualTo(unknown());
                    return Instant.now().isAfter(down.plus(DOWN));
                });
        long waited = queued(Correspondents.CHANNELS.toArray(String[]::new));
        long unknown = unknown();

        stage.outside().othersUp();
        Instant back = Instant.now();
        await("every complaint to end")
                .atMost(ALL_END)
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> {
                    all.forEach(Correspondents::look);
                    assertThat(all)
                            .flatMap(each -> each.astray(stage.database()))
                            .isEmpty();
                });
        Duration over = Duration.between(back, Instant.now());
        List<SendLedger> sends =
                Correspondents.CHANNELS.stream().map(this::sends).toList();
        report(sends, Duration.between(down, back), waited, unknown, over, alertsBefore);
        assertThat(sends).flatMap(SendLedger::lost).isEmpty();
        assertThat(sends).flatMap(SendLedger::wronglyDoubled).isEmpty();
        assertThat(stage.database().count("select count(*) from act_ru_incident"))
                .isZero();
    }

    @AfterEach
    void theyAreBack() {
        stage.outside().othersUp();
    }

    private boolean asked() {
        return Correspondents.CHANNELS.stream()
                .flatMap(channel -> all.get(0).shown(channel).values().stream())
                .noneMatch(List::isEmpty);
    }

    private long queued(String... channels) {
        return stage.database().count(QUEUED, (Object) channels);
    }

    /** A bad gateway may have passed it on. */
    private long unknown() {
        return stage.database().count(UNKNOWN, (Object) Correspondents.CHANNELS.toArray(String[]::new));
    }

    private SendLedger sends(String channel) {
        Map<String, List<String>> shown = new HashMap<>();
        all.forEach(each -> shown.putAll(each.shown(channel)));
        return SendLedger.of(stage.database(), channel, shown);
    }

    private List<String> alerts() {
        return stage.platform().logLines(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }

    private void report(
            List<SendLedger> sends, Duration down, long waited, long unknown, Duration over, int alertsBefore) {
        stage.report("peers")
                .line("complaints on each of four channels", 2 * EACH)
                .line("their providers down together for", Report.seconds(down))
                .line("messages that waited at its end", waited)
                .line("every complaint over, after their return", Report.seconds(over))
                .line(
                        "messages sent",
                        sends.stream().mapToInt(SendLedger::messages).sum())
                .line("of which nobody knows whether they left, a bad gateway having answered", unknown)
                .line(
                        "shown twice",
                        sends.stream().mapToLong(SendLedger::doubled).sum())
                .line(
                        "lost, or doubled without such a reason",
                        sends.stream()
                                .mapToLong(each -> each.lost().size()
                                        + each.wronglyDoubled().size())
                                .sum())
                .line("warnings in the log", alerts().size() - alertsBefore)
                .print();
    }
}
