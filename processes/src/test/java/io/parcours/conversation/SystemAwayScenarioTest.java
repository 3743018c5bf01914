package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.operatordata.NotAvailable;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.ScriptedSystems;
import io.parcours.scenario.Story;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator's system does not answer while somebody is on the telephone. */
@JourneyTest
class SystemAwayScenarioTest {

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel voice;

    @Autowired
    ScriptedSystems billing;

    @Autowired
    OpenedCases opened;

    @Autowired
    Clock clock;

    @Test
    void theCallerHearsThatItIsNotAvailableAndIsOfferedAnAgent() {
        billing.reads(() -> {
            throw new NotAvailable("timeout", null);
        });
        Story caller = opened.open("balance", scene.strangerOf("demo"), "voice").runsJobs();
        ByTelephone telephone = new ByTelephone(voice, clock);
        assertThat(telephone.told(caller)).containsExactly("balance.away", "language");

        telephone.keys(caller, "language#fr", "le français");
        assertThat(telephone.told(caller)).endsWith("language", "balance.agent");

        telephone.keys(caller, "balance.agent#SMS", "Par SMS");
        caller.isTold("balance.agentFollows").hasWorkIn("balance-requests");
    }
}
