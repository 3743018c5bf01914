package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.CalledParty;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.telephony.CallRequest;
import io.parcours.telephony.Supervision;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The exchange makes no room for caller and agent, or does not let them in. */
@Timeout(60)
class RoomRefusedTest {

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void withoutARoomNobodyIsCalledAndTheScriptGoesOn() {
        CallerHandset awa = bed.caller();
        bed.exchange.faults().refuseNext(1, 500, "POST /ari/bridges/[^/]*");

        assertThatThrownBy(() -> bed.connect(awa, "PJSIP/agent1", "agent")).isInstanceOf(IllegalStateException.class);

        assertThat(bed.board().reception().bridges()).isEmpty();
        assertThat(bed.exchange.channels()).containsExactly(awa.callId());
        bed.say("Merci.");
        soon().until(() -> texts(awa).contains("Merci."));
    }

    @Test
    void anAgentWhoIsNotLetInIsHungUpAndTheScriptGoesOn() {
        CallerHandset awa = bed.caller();
        bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", bed.told("agent"), bed.told("caller"));
        soon().until(() -> !bed.exchange.together().values().stream()
                .flatMap(List::stream)
                .toList()
                .isEmpty());
        bed.exchange.faults().refuseNext(1, 422, "POST .*/addChannel");

        soon().until(() -> bed.ends.equals(List.of("agent ANSWERED")));
        bed.say("Merci.");
        soon().until(() -> texts(awa).contains("Merci."));
    }

    @Test
    void aCallerWhoIsNotLetInGoesOnWithTheScriptAndNobodyRings() {
        CallerHandset awa = bed.caller();
        bed.exchange.faults().whenCalled("agent1", CalledParty.RINGS_OUT);
        bed.exchange.faults().refuseNext(1, 422, "POST .*/addChannel");
        // Not before the agent is called.
        bed.exchange.faults().holdBack("POST .*/addChannel", Duration.ofMillis(100));

        bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", bed.told("agent"), bed.told("caller"));

        soon().until(() -> bed.ends.equals(List.of("agent CANCELLED")));
        bed.say("Merci.");
        soon().until(() -> texts(awa).contains("Merci."));
        soon().until(() -> bed.exchange.bridges().isEmpty());
    }

    @Test
    void aConsultationWithoutARoomLeavesCallerAndAgentTogether() {
        CallerHandset awa = bed.caller();
        String agent = bed.connect(awa, "PJSIP/agent1", "agent");
        bed.exchange.faults().refuseNext(1, 500, "POST /ari/bridges/[^/]*");

        assertThatThrownBy(
                        () -> bed.telephony.consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", bed.told("second")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bed.together(awa.callId(), agent)).isTrue();
        assertThat(bed.exchange.hearsMusic(awa.callId())).isFalse();
    }

    @Test
    void theTwoOfACallThatAnAgentMadeAreHungUpWhereThereIsNoRoomForThem() {
        bed.exchange.faults().refuseNext(1, 500, "POST /ari/bridges/[^/]*");
        CallRequest request = new CallRequest(TENANT, ACCOUNT, "+22997000009", Duration.ofSeconds(2), false);

        bed.telephony.dial(request, "PJSIP/agent1", bed.told("agent"), bed.told("called"));

        soon().until(() -> bed.ends.size() == 2);
        assertThat(bed.ends).contains("called OUR_SIDE");
        soon().until(() -> bed.exchange.channels().isEmpty());
    }

    @Test
    void aSupervisorForWhomThereIsNoRoomIsHungUp() {
        CallerHandset awa = bed.caller();
        bed.connect(awa, "PJSIP/agent1", "agent");
        bed.exchange.faults().refuseNext(1, 500, "POST /ari/bridges/[^/]*");

        bed.telephony.supervise(TENANT, ACCOUNT, awa.callId(), "PJSIP/boss", Supervision.LISTEN, bed.told("boss"));

        soon().until(() -> bed.ends.equals(List.of("boss ANSWERED")));
    }
}
