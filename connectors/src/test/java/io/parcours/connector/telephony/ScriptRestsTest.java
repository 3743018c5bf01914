package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.Heard;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A question that was being asked when an agent took the caller is asked again once the agent has gone. */
@Timeout(60)
class ScriptRestsTest {

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aQuestionIsBrokenOffAndKeysPressedWhileTalkingAnswerNothing() {
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        CallerHandset awa = bed.caller();
        bed.ask("Votre choix :", "Oui", "Non");
        soon().until(() -> awa.heard().size() == 1);

        String agent = bed.connect(awa, "PJSIP/agent1", "agent");
        soon().until(() -> awa.heard().get(0).end() == Heard.End.STOPPED);
        awa.press("1");
        bed.exchange.hangUp(agent);

        soon().until(() -> awa.heard().size() == 2);
        assertThat(bed.inbox.stored).as("the call alone").hasSize(1);
        awa.press("2");
        soon().until(() -> bed.inbox.stored.size() == 2);
        assertThat(bed.inbox.stored.get(1).text()).isEqualTo("Non");
    }

    @Test
    void aQuestionThatWaitsForItsKeyIsNeitherRepeatedNorGivenUpWhileTheTwoSpeak() {
        CallerHandset awa = bed.caller();
        bed.exchange.faults().ringsFor(Duration.ofMillis(1));
        bed.ask("Votre choix :", "Oui", "Non");
        soon().until(() -> !awa.heard().isEmpty() && awa.heard().get(0).end() != null);

        String agent = bed.connect(awa, "PJSIP/agent1", "agent");
        soon().during(bed.board().account().options().firstKey().multipliedBy(3))
                .untilAsserted(() -> {
                    assertThat(awa.heard()).hasSize(1);
                    assertThat(bed.inbox.stored)
                            .as("nothing counts as not understood")
                            .hasSize(1);
                });
        bed.exchange.hangUp(agent);

        soon().until(() -> awa.heard().size() == 2);
        awa.press("1");
        soon().until(() -> bed.inbox.stored.size() == 2);
        assertThat(bed.inbox.stored.get(1).text()).isEqualTo("Oui");
    }

    @Test
    void whatIsSaidAfterTheQuestionComesAfterIt() {
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        CallerHandset awa = bed.caller();
        bed.ask("Votre choix :", "Oui", "Non");
        bed.say("Merci.");
        soon().until(() -> awa.heard().size() == 1);
        String agent = bed.connect(awa, "PJSIP/agent1", "agent");
        bed.exchange.hangUp(agent);
        soon().until(() -> awa.heard().size() == 2);

        awa.press("1");

        soon().until(() -> texts(awa).size() == 3);
        assertThat(texts(awa).get(2)).isEqualTo("Merci.");
    }
}
