package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.WebFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Among those who complain by WhatsApp, Messenger, Telegram and e-mail are some to whom the provider delivers nothing. */
@Tag("drill")
@Tag("refused")
@ExtendWith(StageExtension.class)
class RefusedDrillTest {

    private static final int OTHERS = Stage.size(4, 200);
    private static final int REFUSED = Stage.size(1, 20);
    /** Without a number by which they could be written to instead. */
    private static final List<String> NOWHERE_ELSE = List.of("messenger", "telegram", "email");

    private static final Duration ALL_END = Duration.ofSeconds(Stage.size(90, 900));
    private static final Duration TRIES = Duration.ofMinutes(15);
    private static final String BY_SMS = """
            select v.address from journey_case k join conversation v on v.id = k.conversation_id
            join message m on m.conversation_id = v.id and m.code = 'complaint.motive' and m.state in ('sent', 'delivered')
            where v.channel = 'sms' and v.address = any (?)
            """;

    private Stage stage;
    private Correspondents refused;

    @Test
    void theOthersGoOnAndWhoCannotBeReachedIsWrittenToElsewhereOrWaitsForASupervisor(Stage given) throws IOException {
        stage = given.started();
        stage.outside().shakeHands();
        stage.outside().smsc().faults().answerAfter(Duration.ZERO);
        Refusals refusals = new Refusals(stage.database());
        Correspondents others = stage.outside().correspondents(OTHERS);
        refused = stage.outside().correspondents(REFUSED);

        stage.outside().webs().forEach(WebFaults::holdWebhooks);
        refused.refuse(true);
        refused.complain();
        // Who writes to a bot has it no longer blocked.
        refused.refuse(true);
        others.complain();
        Instant begun = Instant.now();
        stage.outside().webs().forEach(WebFaults::release);
        await("the others' complaints to end")
                .atMost(ALL_END)
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> {
                    others.look();
                    assertThat(others.astray(stage.database())).isEmpty();
                });
        Duration took = Duration.between(begun, Instant.now());
        await("every one who is nowhere else to be an incident")
                .atMost(TRIES)
                .until(() -> refusals.incidents().size() == NOWHERE_ELSE.size() * REFUSED);
        assertThat(refusals.incidents()).doesNotHaveDuplicates();
        List<String> bySms = stage.database()
                .texts(BY_SMS, (Object) refused.addresses("whatsapp").toArray(String[]::new));
        assertThat(bySms).hasSize(REFUSED).doesNotHaveDuplicates();

        refused.refuse(false);
        Instant retried = Instant.now();
        Files.createFile(stage.platform().home().resolve("retry"));
        await("the supervisor's retry to set them going")
                .atMost(ALL_END)
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> {
                    refused.look();
                    assertThat(refused.astray(stage.database())).allMatch(person -> person.startsWith("whatsapp"));
                });
        long lostOrDoubled = lostOrDoubled(others.sends(stage.database(), Correspondents.CHANNELS))
                + lostOrDoubled(refused.sends(stage.database(), NOWHERE_ELSE));
        stage.report("refused")
                .line("complaints on each of four channels; of these refused", OTHERS + REFUSED + "; " + REFUSED)
                .line("the others all over after", Report.seconds(took))
                .line("asked by SMS instead, having a number", bySms.size())
                .line("incidents of the others who were refused", NOWHERE_ELSE.size() * REFUSED)
                .line("all over after the supervisor's retry", Report.seconds(Duration.between(retried, Instant.now())))
                .line("lost or doubled", lostOrDoubled)
                .print();
        assertThat(lostOrDoubled).isZero();
        assertThat(refusals.incidents()).isEmpty();
    }

    @AfterEach
    void everybodyIsReachedAgain() {
        stage.outside().webs().forEach(WebFaults::release);
        if (refused != null) {
            refused.refuse(false);
        }
    }

    private static long lostOrDoubled(Collection<SendLedger> sends) {
        return sends.stream()
                .mapToLong(each -> each.lost().size() + each.doubled())
                .sum();
    }
}
