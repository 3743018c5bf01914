package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.WhatsAppFaults;
import io.parcours.connector.simulator.WhatsAppLedger.Acknowledged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WhatsApp tells everything one to five times, and the last thing first. */
@Tag("drill")
@Tag("webhook")
@ExtendWith(StageExtension.class)
class WebhookDrillTest {

    /** Each brings four webhooks: a message, and of the answer that it is sent, delivered and read. */
    private static final int PEOPLE = Stage.size(75, 2_500);

    private static final int WEBHOOKS = 4 * PEOPLE;
    private static final Duration LONGEST = Duration.ofSeconds(Stage.size(60, 900));

    private final Random random = new Random();
    private Stage stage;
    private int acknowledgedBefore;

    @Test
    void eachHasOneEffectHoweverOftenItComesAndNoStateGoesBack(Stage given) {
        stage = given.started();
        StateAudit audit = StateAudit.in(stage.database(), List.of("whatsapp"));
        WhatsAppCrowd crowd = stage.outside().whatsAppCrowd();
        WhatsAppFaults faults = stage.outside().whatsapp().faults();
        stage.outside().shakeHands();
        acknowledgedBefore = stage.outside().whatsapp().ledger().acknowledgedCount();
        faults.shuffle(true);
        faults.readAlways(true);

        Instant begun = Instant.now();
        for (int number = 0; number < PEOPLE; number++) {
            faults.repeatEach(1 + random.nextInt(5));
            crowd.complains(number);
        }
        await("every webhook to be acknowledged")
                .atMost(LONGEST)
                .pollInterval(Stage.NOW_AND_THEN)
                .until(() -> originals() >= WEBHOOKS);
        await("every message to have its effect, and every answer to be read")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Stage.NOW_AND_THEN)
                .untilAsserted(() -> {
                    assertThat(crowd.astray(stage.database())).isEmpty();
                    assertThat(audit.nowAt("read")).isEqualTo(PEOPLE);
                });
        Duration took = Duration.between(begun, Instant.now());
        stage.report("webhook")
                .line("webhooks", originals())
                .line("told in all, each one to five times", acknowledged().size())
                .line("of these before what they follow", "read before delivered before sent, each time")
                .line("people who wrote", crowd.size())
                .line(
                        "cases opened, messages stored",
                        crowd.size() - crowd.astray(stage.database()).size())
                .line("answers read", audit.nowAt("read"))
                .line("states that went back", audit.steppedBack().size())
                .line("answers by HTTP status", crowd.answers())
                .line("all done after", Report.seconds(took))
                .print();
        assertThat(audit.steppedBack()).isEmpty();
        assertThat(audit.changesTo("read")).isEqualTo(PEOPLE);
        assertThat(crowd.answers().keySet()).isSubsetOf(200, 503);
    }

    @AfterEach
    void whatsAppIsItselfAgain() {
        stage.outside().whatsapp().faults().repeatEach(1);
        stage.outside().whatsapp().faults().shuffle(false);
        stage.outside().whatsapp().faults().readAlways(false);
        StateAudit.end(stage.database());
    }

    private long originals() {
        return acknowledged().stream()
                .collect(Collectors.groupingBy(webhook -> webhook.id() + webhook.what()))
                .size();
    }

    private List<Acknowledged> acknowledged() {
        List<Acknowledged> all = stage.outside().whatsapp().ledger().acknowledged();
        return all.subList(acknowledgedBefore, all.size());
    }
}
