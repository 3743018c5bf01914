package io.parcours.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parcours.call.CallRefused.Reason;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingTelephony;
import io.parcours.scenario.Scenario;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.Supervision;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;

@JourneyTest
class AgentCallsTest extends PeopleAtTheTelephone {

    @Test
    void theAgentIsCalledFirstThenTheCustomerAndTheStateFollows() {
        UUID call = call();
        assertThat(state()).isEqualTo(CallState.AGENT_RINGS);

        telephony.leg("PJSIP/awa").answers();
        soon(call, now -> now.state() == CallState.DIALLED);
        customerLeg().events().ringing();
        soon(call, now -> now.state() == CallState.RINGING);
        customerLeg().answers();
        soon(call, now -> now.state() == CallState.TALKING && now.talkingAt() != null);
        does(() -> desk.hangUp(AWA, call));
        customerLeg().ends(CallOutcome.ANSWERED);

        soon(call, now -> !now.live() && now.outcome().equals("ANSWERED"));
        assertThat(in(() -> calls.ofAgent(AWA))).isEmpty();
        assertThat(telephony.commands()).contains("hangUp " + customerLeg().id());
        assertThat(kinds()).containsSubsequence("callBegun", "callAnswered", "callEnded");
    }

    @Test
    void whatComesOfACallIsToldByItsCause() {
        for (CallOutcome outcome : List.of(CallOutcome.BUSY, CallOutcome.NO_ANSWER, CallOutcome.REJECTED)) {
            UUID call = call();
            telephony.leg("PJSIP/awa").answers();
            customerLeg().ends(outcome);
            soon(call, now -> outcome.name().equals(now.outcome()));
        }
        UUID call = call();
        telephony.leg("PJSIP/awa").ends(CallOutcome.NO_ANSWER);
        customerLeg().ends(CallOutcome.CANCELLED);
        soon(call, now -> "AGENT_NO_ANSWER".equals(now.outcome()));
    }

    @Test
    void anAgentHasOneCallHoweverOftenTheyPress() {
        UUID first = call();

        refused(Reason.BUSY, this::call);

        assertThat(telephony.commands()).containsOnlyOnce("dial PJSIP/awa");
        assertThat(in(() -> calls.ofAgent(AWA)).orElseThrow().id()).isEqualTo(first);
    }

    @Test
    void whoHasNotSaidWhereTheyAreReachedCannotCall() {
        in(() -> places.set(AWA, " "));

        refused(Reason.NO_PLACE, this::call);
    }

    @Test
    void aPlaceIsAnEndpointOrANumberAndNothingElseOfTheExchange() {
        assertThat(in(() -> places.set(AWA, "01 97 00 00 01"))).isEqualTo("+2290197000001");
        for (String wrong : List.of("Local/100@internal", "PJSIP/trunk/sip:x@evil", "PJSIP/", "12", "agent")) {
            refused(Reason.BAD_PLACE, () -> in(() -> places.set(AWA, wrong)));
        }
        assertThat(in(() -> places.of(AWA))).contains("+2290197000001");
    }

    @Test
    void aNumberThatIsNotTheCustomersAndAnothersCaseAreRefused() {
        String others = scene.customer("GOLD", "GOOD", 4).writes("Bonjour").caseNumber();

        refused(
                Reason.UNKNOWN,
                () -> in(() -> calls.call(AWA, customer.customerId(), null, "+2290190000000", "service")));
        refused(
                Reason.UNKNOWN,
                () -> in(() -> calls.call(AWA, customer.customerId(), others, customer.msisdn(), "service")));
        refused(Reason.UNKNOWN, () -> in(() -> calls.call(AWA, UUID.randomUUID(), null, customer.msisdn(), "service")));
        assertThat(telephony.commands()).isEmpty();
    }

    @Test
    void anExchangeThatIsDownIsSaidAndNothingStaysOpen() {
        telephony.isDown("it cannot be reached");

        assertThatThrownBy(this::call).isInstanceOfSatisfying(CallRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.EXCHANGE_DOWN);
            assertThat(refused.detail()).isEqualTo("it cannot be reached");
        });
        assertThat(in(() -> calls.underWay())).isEmpty();
    }

    @Test
    void aCallOfWhichTheExchangeTellsNothingIsShownWithItsProblem() {
        UUID call = call();

        telephony.isDown("the connection broke");

        assertThat(in(() -> calls.find(call)).orElseThrow().problem()).isEqualTo("the connection broke");
    }

    @Test
    void anAgentWhoseExchangeIsGoneCanGiveTheCallUpAndGoOn() {
        UUID call = talking();
        telephony.isDown("the connection broke");

        does(() -> desk.hangUp(AWA, call));

        assertThat(in(() -> calls.find(call)).orElseThrow().outcome()).isEqualTo("LOST");
        telephony.isDown(null);
        assertThat(call()).isNotEqualTo(call);
    }

    @Test
    void aColleagueWhoTookAnotherCallMeanwhileIsNotGivenASecondOne() {
        UUID call = talking();
        does(() -> desk.consult(AWA, call, MOUSSA));
        telephony.leg("PJSIP/moussa").answers();
        RecordingTelephony.Leg consulted = telephony.leg("PJSIP/moussa");
        calling("chan-4");
        in(() -> calls.take(MOUSSA, customer.customerId(), null));

        refused(Reason.COLLEAGUE_BUSY, () -> does(() -> desk.completeTransfer(AWA, call)));
        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);

        soon(call, now -> now.live() && now.agent() == null && now.place().equals("PJSIP/moussa"));
        consulted.ends(CallOutcome.ANSWERED);
        soon(call, now -> !now.live());
    }

    @Test
    void theDecisionIsAskedBeforeACallAndItsRefusalIsOnTheTimeline() {
        assertThatThrownBy(() -> in(() -> calls.call(AWA, customer.customerId(), null, customer.msisdn(), "marketing")))
                .isInstanceOfSatisfying(CallRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.NOT_ALLOWED);
                    assertThat(refused.detail()).isEqualTo("noConsent");
                });

        assertThat(telephony.commands()).isEmpty();
        TimelineEntry fact = facts().get(facts().size() - 1);
        assertThat(fact.kind()).isEqualTo("contactRefused");
        assertThat(fact.actor()).isEqualTo(AWA);
        assertThat(fact.detail()).containsEntry("channel", "voice").containsEntry("reason", "noConsent");
    }

    @Test
    void aCallForAnotherPurposeThanServiceCountsAsAContact() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T10:00:00Z")));
        try {
            assertThat(survey()).as("until it was too often").hasSizeBetween(1, 8);
            assertThat(facts().get(facts().size() - 1).detail()).containsEntry("reason", "contactPressure");
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void aCallerIsTakenByOneAgentAlone() {
        calling("chan-1");
        assertThat(in(() -> calls.waiting(customer.customerId()))).isPresent();

        UUID call = take(AWA);
        refused(Reason.TAKEN, () -> take(MOUSSA));
        telephony.leg("PJSIP/awa").answers();

        soon(call, now -> now.state() == CallState.TALKING && now.inbound());
        does(() -> desk.hangUp(AWA, call));
        assertThat(telephony.commands())
                .as("the caller stays for what the journey has to say")
                .contains("hangUp " + telephony.leg("PJSIP/awa").id());
        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);
        soon(call, now -> !now.live());
    }

    @Test
    void aCallerWhoHasHungUpCannotBeTaken() {
        calling("chan-2");
        telephony.forget();

        refused(Reason.OVER, () -> take(AWA));
        assertThat(in(() -> calls.underWay())).isEmpty();
    }

    @Test
    void anAgentConsultsAndHandsTheCallOver() {
        UUID call = talking();
        does(() -> desk.consult(AWA, call, MOUSSA));
        soon(call, now -> now.consultation() != null && !now.consultation().up());
        telephony.leg("PJSIP/moussa").answers();
        soon(call, now -> now.consultation() != null && now.consultation().up());

        does(() -> desk.completeTransfer(AWA, call));
        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);

        soon(call, now -> now.live() && MOUSSA.equals(now.agent()) && now.consultation() == null);
        assertThat(in(() -> calls.ofAgent(AWA))).isEmpty();
        assertThat(in(() -> calls.ofAgent(MOUSSA)).orElseThrow().state()).isEqualTo(CallState.TALKING);
        assertThat(kinds()).containsSubsequence("consultationBegun", "callHandedOver");
        customerLeg().ends(CallOutcome.ANSWERED);
        soon(call, now -> !now.live());
    }

    @Test
    void anAgentConsultsAndComesBack() {
        UUID call = talking();
        does(() -> desk.consult(AWA, call, "01 97 00 00 09"));
        does(() -> desk.cancelConsultation(AWA, call));

        soon(call, now -> now.consultation() == null && AWA.equals(now.agent()));
        refused(Reason.OVER, () -> does(() -> desk.completeTransfer(AWA, call)));
    }

    @Test
    void oneConsultedWhoDoesNotAnswerIsOutAndTheAgentGoesOn() {
        UUID call = talking();
        does(() -> desk.consult(AWA, call, MOUSSA));

        telephony.leg("PJSIP/moussa").ends(CallOutcome.BUSY);

        soon(call, now -> now.live() && now.consultation() == null && AWA.equals(now.agent()));
        assertThat(kinds()).contains("consultationEnded");
    }

    @Test
    void anAgentWhoHangsUpWhileConsultingLeavesTheTwoToEachOther() {
        UUID call = talking();
        does(() -> desk.consult(AWA, call, MOUSSA));
        telephony.leg("PJSIP/moussa").answers();

        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);

        soon(call, now -> now.live() && MOUSSA.equals(now.agent()) && now.state() == CallState.TALKING);
    }

    @Test
    void aCallIsGivenAwayWithoutAWordAndTheFirstAgentIsFree() {
        UUID call = talking();

        does(() -> desk.transfer(AWA, call, MOUSSA));
        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);

        soon(call, now -> now.live() && MOUSSA.equals(now.agent()) && now.state() == CallState.AGENT_RINGS);
        assertThat(in(() -> calls.ofAgent(AWA))).isEmpty();
        telephony.leg("PJSIP/moussa").ends(CallOutcome.NO_ANSWER);
        soon(call, now -> "AGENT_NO_ANSWER".equals(now.outcome()));
    }

    @Test
    void nobodyGivesACallToThemselvesToABusyColleagueOrInAnothersName() {
        UUID call = talking();
        calling("chan-3");
        in(() -> calls.take(MOUSSA, customer.customerId(), null));

        refused(Reason.COLLEAGUE_BUSY, () -> does(() -> desk.transfer(AWA, call, MOUSSA)));
        refused(Reason.COLLEAGUE_BUSY, () -> does(() -> desk.consult(AWA, call, AWA)));
        refused(Reason.BAD_PLACE, () -> does(() -> desk.transfer(AWA, call, "Local/1@x")));
        refused(Reason.OVER, () -> does(() -> desk.hangUp(MOUSSA, call)));
    }

    @Test
    void aRecordingIsShownOnlyWhereTheExchangeMakesIt() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));
        assertThat(in(() -> calls.find(call)).orElseThrow().recorded()).isTrue();
        does(() -> desk.stopRecording(AWA, call));
        assertThat(in(() -> calls.find(call)).orElseThrow().recorded()).isFalse();

        telephony.refusesToRecord();
        does(() -> desk.record(AWA, call));

        soon(call, now -> !now.recorded());
        assertThat(kinds()).containsSubsequence("recordingBegun", "recordingEnded", "recordingRefused");
    }

    @Test
    void aSupervisorTakesPartOnceAndItIsTraced() {
        UUID call = talking();
        does(() -> supervisors.begin(IBRAHIM, call, Supervision.WHISPER));
        refused(Reason.BUSY, () -> does(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN)));
        telephony.leg("PJSIP/ibrahim").answers();
        await().until(() -> in(() -> supervisors.parts()).stream().anyMatch(Supervisors.Part::up));

        does(() -> supervisors.leave(IBRAHIM));
        telephony.leg("PJSIP/ibrahim").ends(CallOutcome.ANSWERED);

        await().until(() -> in(() -> supervisors.parts()).isEmpty());
        assertThat(telephony.commands()).contains("supervise WHISPER PJSIP/ibrahim");
        assertThat(kinds()).containsSubsequence("supervisionBegun", "supervisionEnded");
        assertThat(in(() -> calls.find(call)).orElseThrow().live()).isTrue();
    }

    @Test
    void whatANodeLeftOpenIsSaidToBeInterrupted() {
        UUID call = talking();

        TenantContext.run(Scenario.TENANT, leftOpen::end);

        soon(call, now -> "INTERRUPTED".equals(now.outcome()));
        customerLeg().ends(CallOutcome.ANSWERED);
        assertThat(in(() -> calls.find(call)).orElseThrow().outcome()).isEqualTo("INTERRUPTED");
    }

    @Test
    void anotherOperatorKnowsNothingOfIt() {
        UUID call = talking();

        TenantContext.run("littoral", () -> {
            assertThat(calls.underWay()).isEmpty();
            assertThat(calls.find(call)).isEmpty();
            assertThat(calls.ofCustomer(customer.customerId())).isEmpty();
            assertThat(places.colleagues()).isEmpty();
            assertThatThrownBy(() -> desk.hangUp(AWA, call)).isInstanceOf(CallRefused.class);
            assertThatThrownBy(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN))
                    .isInstanceOf(CallRefused.class);
        });
    }

    /** Calls that nobody answers, until one is refused. */
    private List<UUID> survey() {
        List<UUID> made = new ArrayList<>();
        while (made.size() < 9) {
            try {
                UUID call = in(() -> calls.call(AWA, customer.customerId(), null, customer.msisdn(), "survey"));
                telephony.leg("PJSIP/awa").answers();
                customerLeg().ends(CallOutcome.NO_ANSWER);
                soon(call, now -> !now.live());
                made.add(call);
            } catch (CallRefused often) {
                return made;
            }
        }
        return made;
    }

    private CallState state() {
        return in(() -> calls.ofAgent(AWA)).orElseThrow().state();
    }
}
