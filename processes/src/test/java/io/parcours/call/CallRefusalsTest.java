package io.parcours.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.call.AgentPlaces.Colleague;
import io.parcours.call.CallRefused.Reason;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingTelephony.Leg;
import io.parcours.scenario.Scenario;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.Supervision;
import io.parcours.tenant.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes at the wrong moment, twice, or too late changes nothing in a call, and nothing stays open of it. */
@JourneyTest
class CallRefusalsTest extends PeopleAtTheTelephone {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void beforeAnybodySpeaksNothingIsGivenAwayAskedRecordedOrListenedTo() {
        UUID call = call();
        List<String> before = telephony.commands();

        refused(Reason.OVER, () -> does(() -> desk.transfer(AWA, call, MOUSSA)));
        refused(Reason.OVER, () -> does(() -> desk.consult(AWA, call, MOUSSA)));
        refused(Reason.OVER, () -> does(() -> desk.record(AWA, call)));
        refused(Reason.OVER, () -> does(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN)));

        assertThat(telephony.commands()).isEqualTo(before);
    }

    @Test
    void whoMayBeCalledLaterIsNotCalledNowAndTheAgentIsToldWhen() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T20:30:00Z")));
        try {
            assertThatThrownBy(
                            () -> in(() -> calls.call(AWA, customer.customerId(), null, customer.msisdn(), "survey")))
                    .isInstanceOfSatisfying(CallRefused.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(Reason.LATER);
                        assertThat(refused.pause()).isBetween(Duration.ofHours(8), Duration.ofHours(14));
                    });
        } finally {
            ClockUtil.reset();
        }
        assertThat(telephony.commands()).isEmpty();
        assertThat(in(() -> calls.underWay())).isEmpty();
    }

    @Test
    void whoAsksAColleagueAsksNoSecondOneAndGivesTheCallToNobodyElseMeanwhile() {
        UUID call = talking();
        does(() -> desk.consult(AWA, call, MOUSSA));

        refused(Reason.OVER, () -> does(() -> desk.consult(AWA, call, "+2290197000009")));
        refused(Reason.OVER, () -> does(() -> desk.transfer(AWA, call, "+2290197000009")));

        assertThat(find(call).consultation().who()).isEqualTo(MOUSSA);
        assertThat(find(call).agent()).isEqualTo(AWA);
    }

    @Test
    void whoWasAskedBeforeAndHangsUpLateDoesNotEndTheNextConsultation() {
        UUID call = talking();
        does(() -> desk.consult(AWA, call, MOUSSA));
        Leg first = telephony.leg("PJSIP/moussa");
        does(() -> desk.cancelConsultation(AWA, call));
        does(() -> desk.consult(AWA, call, "+2290197000009"));

        first.ends(CallOutcome.ANSWERED);
        telephony.leg("+2290197000009").answers();

        soon(call, now -> now.consultation() != null && now.consultation().up());
    }

    @Test
    void aRingingThatIsToldLateDoesNotUndoTheAnswer() {
        UUID call = talking();
        Instant since = find(call).talkingAt();

        telephony.leg(customer.msisdn()).events().ringing();
        does(() -> desk.consult(AWA, call, MOUSSA));
        telephony.leg("PJSIP/moussa").answers();

        soon(call, now -> now.consultation() != null && now.consultation().up());
        assertThat(find(call).state()).isEqualTo(CallState.TALKING);
        assertThat(find(call).talkingAt()).isEqualTo(since);
    }

    @Test
    void aRecordingThatIsBegunTwiceIsOne() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));
        does(() -> desk.record(AWA, call));

        assertThat(telephony.commands())
                .filteredOn(command -> command.startsWith("record "))
                .hasSize(1);
        assertThat(kinds()).containsOnlyOnce("recordingBegun");
    }

    @Test
    void whoTakesACallOverIsNotRecordedUnlessTheyBeginAnew() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));

        does(() -> desk.transfer(AWA, call, MOUSSA));

        assertThat(telephony.commands()).contains("stopRecording");
        assertThat(find(call).recorded()).isFalse();
        assertThat(kinds()).containsSubsequence("recordingBegun", "recordingEnded");
    }

    @Test
    void afterAConsultationTheRecordingEndsToo() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));
        does(() -> desk.consult(AWA, call, MOUSSA));
        telephony.leg("PJSIP/moussa").answers();
        soon(call, now -> now.consultation() != null && now.consultation().up());

        does(() -> desk.completeTransfer(AWA, call));

        assertThat(telephony.commands()).contains("stopRecording");
        assertThat(find(call).recorded()).isFalse();
    }

    @Test
    void aRefusalOfAnEarlierRecordingDoesNotEndALaterOne() {
        UUID call = talking();
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        telephony.records(first);
        does(() -> desk.record(AWA, call));
        does(() -> desk.stopRecording(AWA, call));
        telephony.records(CompletableFuture.completedFuture(true));
        does(() -> desk.record(AWA, call));

        first.complete(false);
        telephony.leg(customer.msisdn()).ends(CallOutcome.ANSWERED);

        soon(call, now -> !now.live());
        assertThat(kinds()).doesNotContain("recordingRefused");
    }

    @Test
    void aCallerWhoIsGoneWhenTheAgentTakesThemLeavesNoCallOpen() {
        calling();
        telephony.isTooLate();

        refused(Reason.OVER, () -> in(() -> calls.take(AWA, customer.customerId(), null)));

        assertThat(in(() -> calls.ofAgent(AWA))).isEmpty();
        assertThat(in(() -> calls.underWay())).isEmpty();
        assertThat(kinds()).last().isEqualTo("callEnded");
    }

    @Test
    void aSupervisorWhomTheExchangeRefusedCanTryAgain() {
        UUID call = talking();
        telephony.isTooLate();
        refused(Reason.OVER, () -> does(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN)));
        assertThat(in(() -> supervisors.parts())).isEmpty();
        telephony.forget();

        does(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN));

        assertThat(in(() -> supervisors.parts())).hasSize(1);
    }

    @Test
    void aSupervisorWhoIsReachedNowhereTakesPartInNothing() {
        UUID call = talking();
        in(() -> places.set(IBRAHIM, ""));

        refused(Reason.NO_PLACE, () -> does(() -> supervisors.begin(IBRAHIM, call, Supervision.BARGE)));

        assertThat(telephony.commands()).noneMatch(command -> command.startsWith("supervise"));
        assertThat(kinds()).doesNotContain("supervisionBegun");
    }

    @Test
    void whoLeavesEndsTheirOwnPartAndNobodyElses() {
        UUID call = talking();
        does(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN));
        List<String> before = telephony.commands();

        does(() -> supervisors.leave(MOUSSA));

        assertThat(telephony.commands()).isEqualTo(before);
        assertThat(in(() -> supervisors.parts())).hasSize(1);
    }

    @Test
    void afterARestartNobodyIsInACallBesideThoseWhoWereCutOff() {
        UUID call = talking();
        does(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN));

        TenantContext.run(Scenario.TENANT, leftOpen::end);

        assertThat(find(call).outcome()).isEqualTo("INTERRUPTED");
        assertThat(in(() -> supervisors.parts())).isEmpty();
        UUID next = talking();
        does(() -> supervisors.begin(IBRAHIM, next, Supervision.LISTEN));
    }

    @Test
    void whoseAccountIsClosedIsOfferedToNobodyAndCallsNobody() {
        String left = "left-" + UUID.randomUUID();
        in(() -> places.set(left, "PJSIP/left"));
        committed(() -> jdbc.sql(
                        "insert into app_user (username, display_name, password_hash, roles) values (?, 'Left', 'x', '{AGENT_N1}')")
                .param(left)
                .update());
        assertThat(in(() -> places.colleagues()))
                .extracting(Colleague::username)
                .contains(left);
        UUID call = talking();

        committed(() -> jdbc.sql("update app_user set enabled = false where username = ?")
                .param(left)
                .update());

        assertThat(in(() -> places.colleagues()))
                .extracting(Colleague::username)
                .doesNotContain(left);
        refused(Reason.BAD_PLACE, () -> does(() -> desk.transfer(AWA, call, left)));
        refused(Reason.BAD_PLACE, () -> does(() -> desk.consult(AWA, call, left)));
        refused(Reason.NO_PLACE, () -> does(() -> supervisors.begin(left, call, Supervision.LISTEN)));
        refused(
                Reason.NO_PLACE,
                () -> in(() -> calls.call(left, customer.customerId(), null, customer.msisdn(), "service")));
        assertThat(find(call).agent()).isEqualTo(AWA);
    }

    @Test
    void anotherOperatorsPeopleDoNothingInACall() {
        UUID call = talking();
        List<String> before = telephony.commands();

        TenantContext.run("littoral", () -> {
            places.set(AWA, "PJSIP/other-awa");
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> desk.hangUp(AWA, call),
                    () -> desk.transfer(AWA, call, MOUSSA),
                    () -> desk.consult(AWA, call, MOUSSA),
                    () -> desk.completeTransfer(AWA, call),
                    () -> desk.cancelConsultation(AWA, call),
                    () -> desk.record(AWA, call),
                    () -> desk.stopRecording(AWA, call),
                    () -> supervisors.begin(AWA, call, Supervision.BARGE))) {
                refused(Reason.OVER, act);
            }
            supervisors.leave(AWA);
            places.set(AWA, "");
        });

        assertThat(telephony.commands()).isEqualTo(before);
        assertThat(in(() -> places.of(AWA))).contains("PJSIP/awa");
        assertThat(find(call).agent()).isEqualTo(AWA);
    }

    private void committed(Supplier<Integer> change) {
        in(() -> transaction.execute(status -> change.get()));
    }
}
