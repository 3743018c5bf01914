package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CalledParty;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.CallRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that agents make: their telephone first, then the other one. */
@Timeout(60)
class CallsOfAgentsTest {

    private static final String CALLED = "+22997000009";

    private final VoiceTestBed bed = new VoiceTestBed();
    private final Told agent = new Told();
    private final Told called = new Told();

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PJSIP/agent1", "+22997000011"})
    void anAgentCallsSomebodyAndTheTwoSpeak(String telephone) {
        String call = dial(telephone);
        soon().until(() -> called.all.contains("answered UNASKED"));

        String leg = agentLeg(call);
        soon().until(() -> bed.together(call, leg));
        assertThat(agent.all).startsWith("ringing", "answered UNASKED");

        bed.telephony.hangUp(TENANT, ACCOUNT, call);

        soon().until(() -> called.end != null && agent.end != null);
        assertThat(called.end.outcome()).isEqualTo(CallOutcome.ANSWERED);
        nothingIsLeft();
    }

    @Test
    void theOneCalledHangsUpAndTheAgentIsFree() {
        String call = answeredCall();

        bed.exchange.hangUp(call);

        soon().until(() -> called.end != null && agent.end != null);
        nothingIsLeft();
    }

    @Test
    void anAgentWhoHangsUpEndsTheCallOfTheOther() {
        String call = answeredCall();
        String leg = agentLeg(call);
        soon().until(() -> bed.together(call, leg));

        bed.exchange.hangUp(leg);

        soon().until(() -> called.end != null);
        assertThat(called.all).filteredOn(what -> what.startsWith("ended")).containsExactly("ended ANSWERED");
        nothingIsLeft();
    }

    @Test
    void nobodyIsCalledForAnAgentWhoDoesNotAnswer() {
        bed.exchange.faults().whenCalled("agent1", CalledParty.BUSY);

        dial();

        soon().until(() -> agent.end != null && called.end != null);
        assertThat(agent.end.outcome()).isEqualTo(CallOutcome.BUSY);
        assertThat(called.all).containsExactly("ended CANCELLED");
        nothingIsLeft();
    }

    @Test
    void theAgentIsFreeWhereTheOtherIsBusy() {
        bed.exchange.faults().whenCalled("22997000009", CalledParty.BUSY);

        dial();

        soon().until(() -> called.end != null && agent.end != null);
        assertThat(called.end.outcome()).isEqualTo(CallOutcome.BUSY);
        nothingIsLeft();
    }

    @Test
    void theTelephoneOfWhoeverIsCalledRingsAndMayDecline() {
        CallerHandset handset = bed.exchange.handset(CALLED);
        bed.exchange.faults().whenCalled("22997000009", CalledParty.RINGS_OUT);
        dial();
        soon().until(() -> handset.state() == State.RINGING);

        handset.hangUp();

        soon().until(() -> called.end != null);
        assertThat(called.end.outcome()).isEqualTo(CallOutcome.REJECTED);
        assertThat(handset.state()).isEqualTo(State.IDLE);
        nothingIsLeft();
    }

    @Test
    void aCallThatAnAgentMadeIsHandedOverAfterAWordLikeAnyOther() {
        String call = answeredCall();
        String first = agentLeg(call);
        soon().until(() -> bed.together(call, first));
        String second = bed.telephony.consult(TENANT, ACCOUNT, call, "PJSIP/agent2", new Told());
        soon().until(() -> bed.together(first, second));

        bed.telephony.completeTransfer(TENANT, ACCOUNT, call);

        soon().until(() -> bed.together(call, second));
        soon().until(() -> !bed.exchange.channels().contains(first));
        assertThat(called.end).isNull();
        bed.exchange.hangUp(second);
        soon().until(() -> called.end != null);
        nothingIsLeft();
    }

    private String answeredCall() {
        String call = dial();
        soon().until(() -> called.all.contains("answered UNASKED"));
        return call;
    }

    private String dial() {
        return dial("PJSIP/agent1");
    }

    private String dial(String telephone) {
        CallRequest request = new CallRequest(TENANT, ACCOUNT, CALLED, Duration.ofSeconds(2), false);
        return bed.telephony.dial(request, telephone, agent, called);
    }

    private String agentLeg(String call) {
        return bed.exchange.channels().stream()
                .filter(channel -> !channel.equals(call))
                .findFirst()
                .orElseThrow();
    }

    private void nothingIsLeft() {
        soon().until(() ->
                bed.exchange.channels().isEmpty() && bed.exchange.bridges().isEmpty());
        soon().until(() -> bed.board().calls().size() == 0);
    }
}
