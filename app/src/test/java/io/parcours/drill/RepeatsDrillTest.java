package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.WebFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WhatsApp, Messenger and Telegram tell everything several times and out of order, and mails are found unread again. */
@Tag("drill")
@Tag("repeats")
@ExtendWith(StageExtension.class)
class RepeatsDrillTest {

    private static final int EACH = Stage.size(5, 400);
    private static final int MOST = 5;
    /** Each costs a connection and the pause after it. */
    private static final int CUT = Stage.size(5, 50);

    private static final Duration ALL_END = Duration.ofSeconds(Stage.size(90, 1_200));

    /** A complaint, what it is about, and that it is solved. */
    private static final int WRITTEN = 3;

    private static final String HEARD = """
            select count(*) from message m join conversation v on v.id = m.conversation_id
            where m.inbound and v.channel = ? and v.address = any (?)
            """;
    private static final String CASES = """
            select count(*) from journey_case k join conversation v on v.id = k.conversation_id
            where v.channel = ? and v.address = any (?)
            """;

    private final Random random = new Random();
    private Stage stage;

    @Test
    void eachWordHasOneEffectAndEachAnswerIsShownOnce(Stage given) {
        stage = given.started();
        StateAudit audit = StateAudit.in(stage.database(), Correspondents.CHANNELS);
        stage.outside().shakeHands();
        stage.outside().webs().forEach(web -> web.shuffle(true));
        stage.outside().mail().faults().loseFlags(CUT);
        Correspondents people = stage.outside().correspondents(EACH);

        Instant begun = Instant.now();
        repeat();
        people.complain();
        await("every complaint to end")
                .atMost(ALL_END)
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> {
                    repeat();
                    people.look();
                    assertThat(people.astray(stage.database())).isEmpty();
                });
        Duration took = Duration.between(begun, Instant.now());

        List<SendLedger> sends = people.sends(stage.database(), Correspondents.CHANNELS);
        List<Long> heard = Correspondents.CHANNELS.stream()
                .map(channel -> count(HEARD, channel, people))
                .toList();
        List<Long> cases = Correspondents.CHANNELS.stream()
                .map(channel -> count(CASES, channel, people))
                .toList();
        stage.report("repeats")
                .line("people on each of four channels", EACH)
                .line("told one to five times and out of order; mailboxes cut before a mail was marked", CUT)
                .line("messages stored of 3 that each wrote, by channel", heard)
                .line("complaints, by channel", cases)
                .line(
                        "answers shown twice",
                        sends.stream().mapToLong(SendLedger::doubled).sum())
                .line("states that went back", audit.steppedBack().size())
                .line("all done after", Report.seconds(took))
                .print();
        assertThat(heard).allMatch(stored -> stored == WRITTEN * EACH);
        assertThat(cases).allMatch(opened -> opened == EACH);
        assertThat(sends).flatMap(SendLedger::lost).isEmpty();
        assertThat(sends).allMatch(each -> each.doubled() == 0);
        assertThat(audit.steppedBack()).isEmpty();
    }

    @AfterEach
    void theyAreThemselvesAgain() {
        stage.outside().webs().forEach(web -> {
            web.repeatEach(1);
            web.shuffle(false);
        });
        stage.outside().mail().faults().loseFlags(0);
        StateAudit.end(stage.database());
    }

    private void repeat() {
        for (WebFaults web : stage.outside().webs()) {
            web.repeatEach(1 + random.nextInt(MOST));
        }
    }

    private long count(String what, String channel, Correspondents people) {
        return stage.database().count(what, channel, people.addresses(channel).toArray(String[]::new));
    }
}
