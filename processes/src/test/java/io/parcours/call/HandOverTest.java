package io.parcours.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.scenario.JourneyTest;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.Supervision;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a call, and of what is recorded of it, when somebody leaves it. */
@JourneyTest
class HandOverTest extends PeopleAtTheTelephone {

    @Test
    void aRecordingEndsWhereTheAgentHangsUpWhileConsulting() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));
        does(() -> desk.consult(AWA, call, MOUSSA));
        telephony.leg("PJSIP/moussa").answers();

        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);

        soon(call, now -> MOUSSA.equals(now.agent()) && !now.recorded());
        await().until(() -> telephony.commands().contains("stopRecording"));
        assertThat(kinds()).containsSubsequence("recordingBegun", "recordingEnded");
    }

    @Test
    void aRecordingEndsWithEveryHandOverOnce() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));

        does(() -> desk.transfer(AWA, call, MOUSSA));

        assertThat(telephony.commands()).containsOnlyOnce("stopRecording");
        assertThat(kinds()).containsOnlyOnce("recordingEnded");
    }

    @Test
    void aRecordingEndsWithACallThatIsGivenUp() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));
        telephony.isDown("the connection broke");

        does(() -> desk.hangUp(AWA, call));

        assertThat(telephony.commands()).containsOnlyOnce("stopRecording");
        assertThat(kinds()).containsSubsequence("recordingBegun", "recordingEnded", "callEnded");
    }

    @Test
    void aCallThatIsGivenUpWhileTheExchangeIsAwayIsHungUpThereToo() {
        UUID call = talking();
        telephony.isDown("the connection broke");

        does(() -> desk.hangUp(AWA, call));

        String customersLeg = telephony.leg(customer.msisdn()).id();
        assertThat(telephony.commands()).containsOnlyOnce("hangUp " + customersLeg);
    }

    @Test
    void aSupervisorLeavesACallWhoseExchangeIsAway() {
        UUID call = talking();
        in(() -> places.set(IBRAHIM, "PJSIP/ibrahim"));
        does(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN));
        telephony.isDown("the connection broke");

        does(() -> supervisors.leave(IBRAHIM));

        assertThat(in(supervisors::parts)).isEmpty();
        assertThat(telephony.commands())
                .containsOnlyOnce("hangUp " + telephony.leg("PJSIP/ibrahim").id());
        assertThat(kinds()).containsSubsequence("supervisionBegun", "supervisionEnded");
    }

    @Test
    void aCallerWhoHangsUpWhileTheAgentConsultsIsHandedToNobody() {
        UUID call = taken("chan-5");
        does(() -> desk.consult(AWA, call, MOUSSA));
        telephony.leg("PJSIP/moussa").answers();
        soon(call, now -> now.consultation() != null && now.consultation().up());

        telephony.leg("chan-5").ends(CallOutcome.ANSWERED);
        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);
        telephony.leg("PJSIP/moussa").ends(CallOutcome.ANSWERED);

        soon(call, now -> !now.live());
        assertThat(in(() -> calls.find(call)).orElseThrow().agent()).isEqualTo(AWA);
        assertThat(in(() -> calls.find(call)).orElseThrow().outcome()).isEqualTo("ANSWERED");
        assertThat(kinds()).doesNotContain("callHandedOver").containsOnlyOnce("callEnded");
    }

    @Test
    void aCallerWhoHangsUpBeforeTheAgentIsThereWasNotSpokenWith() {
        calling("chan-6");
        UUID call = in(() -> calls.take(AWA, customer.customerId(), null));

        telephony.leg("chan-6").ends(CallOutcome.ANSWERED);
        telephony.leg("PJSIP/awa").ends(CallOutcome.CANCELLED);

        soon(call, now -> "AGENT_CANCELLED".equals(now.outcome()));
    }

    private UUID taken(String channel) {
        calling(channel);
        UUID call = in(() -> calls.take(AWA, customer.customerId(), null));
        telephony.leg("PJSIP/awa").answers();
        soon(call, now -> now.state() == CallState.TALKING);
        return call;
    }
}
