package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.CalledParty;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.CallOutcome.Advice;
import io.parcours.telephony.CallRequest;
import io.parcours.telephony.OnLine;
import io.parcours.telephony.Supervision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TelephonyTest {

    private static final String CALLED = "+22997000009";

    private final VoiceTestBed bed = new VoiceTestBed();

    /** Keeps what it is told. */
    private static final class Told implements CallEvents {
        final List<String> all = new CopyOnWriteArrayList<>();
        volatile CallEnd end;

        @Override
        public void ringing() {
            all.add("ringing");
        }

        @Override
        public void answered(Answerer answerer) {
            all.add("answered " + answerer);
        }

        @Override
        public void ended(CallEnd how) {
            end = how;
            all.add("ended " + how.outcome());
        }
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, BUSY, true, LATER",
        "RINGS_OUT, NO_ANSWER, true, LATER",
        "ABSENT, ABSENT, false, LATER",
        "DEAD_TRUNK, OUR_SIDE, false, SOON",
        "NO_CIRCUIT, OUR_SIDE, false, SOON",
        "UNALLOCATED, BAD_NUMBER, false, STOP",
        "DECLINES, REJECTED, true, ASK"
    })
    void whatTheNetworkSaysBecomesAnOutcome(CalledParty party, CallOutcome outcome, boolean rang, Advice advice) {
        bed.exchange.faults().whenCalled("22997000009", party);
        Told told = new Told();

        call(told, false);

        soon().until(() -> told.end != null);
        assertThat(told.end.outcome()).isEqualTo(outcome);
        assertThat(told.end.rang()).isEqualTo(rang);
        assertThat(outcome.advice()).isEqualTo(advice);
        assertThat(bed.exchange.channels()).isEmpty();
        soon().until(() -> bed.board().calls().size() == 0);
    }

    @Test
    void whoAnswersIsToldAndTheirOwnHangUpIsANormalEnd() {
        Told told = new Told();
        String leg = call(told, false);
        soon().until(() -> told.all.contains("answered UNASKED"));

        bed.exchange.hangUp(leg);

        soon().until(() -> told.end != null);
        assertThat(told.all).containsExactly("ringing", "answered UNASKED", "ended ANSWERED");
        assertThat(told.end.cause()).as("cause 0, not 16, where they hang up").isZero();
    }

    @ParameterizedTest
    @CsvSource({"ANSWERS, HUMAN", "MACHINE, MACHINE"})
    void theExchangeListensWhoAnswersWhereItIsAskedTo(CalledParty party, Answerer answerer) {
        bed.exchange.faults().whenCalled("22997000009", party);
        Told told = new Told();

        String leg = call(told, true);

        soon().until(() -> told.all.contains("answered " + answerer));
        assertThat(told.end).as("leaving for the dialplan is no end").isNull();
        telephony().hangUp(TENANT, ACCOUNT, leg);
        soon().until(() -> told.end != null);
        assertThat(told.end.cause()).as("our own hang-up ends with 16").isEqualTo(16);
    }

    @Test
    void whatWeGiveUpWhileItRingsIsCancelled() {
        bed.exchange.faults().whenCalled("22997000009", CalledParty.RINGS_OUT);
        Told told = new Told();
        String leg = call(told, false);
        soon().until(() -> told.all.contains("ringing"));

        telephony().hangUp(TENANT, ACCOUNT, leg);

        soon().until(() -> told.end != null);
        assertThat(told.end.outcome()).isEqualTo(CallOutcome.CANCELLED);
    }

    @Test
    void aRedirectionIsNoCallOfASubscriber() {
        bed.exchange.faults().whenCalled("22997000009", CalledParty.REDIRECTS);
        Told told = new Told();

        call(told, false);

        soon().until(() -> told.end != null);
        soon().until(() -> bed.inbox.notices.size() == 1);
        soon().until(() -> bed.exchange.channels().isEmpty());
        assertThat(bed.inbox.stored).isEmpty();
    }

    @Test
    void anExchangeThatWillNotBeginEndsTheCallAtOnce() {
        bed.exchange.faults().refuseNext(1, 500);
        Told told = new Told();

        call(told, false);

        soon().until(() -> told.end != null);
        assertThat(told.end.outcome()).isEqualTo(CallOutcome.OUR_SIDE);
    }

    @Test
    void aCallThatEndedWhileWeWereAwayEndsHereOnce() {
        Told told = new Told();
        String leg = call(told, false);
        soon().until(() -> told.all.contains("answered UNASKED"));
        bed.exchange.faults().lock(true);
        bed.exchange.cut();
        soon().until(() -> !bed.state().works());
        bed.exchange.hangUp(leg);

        bed.exchange.faults().lock(false);

        soon().until(() -> told.end != null);
        assertThat(told.all).filteredOn(what -> what.startsWith("ended")).containsExactly("ended ANSWERED");
    }

    @Test
    void callerAndAgentSpeakAndAfterwardsTheScriptGoesOn() {
        CallerHandset awa = bed.caller();
        Told told = new Told();
        String agent = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", told, new Told());
        soon().until(() -> together(awa.callId(), agent));
        assertThat(bed.exchange.hearsMusic(awa.callId())).isFalse();
        bed.say("Merci de votre appel.");
        assertThat(texts(awa)).as("nobody speaks between the two").isEmpty();

        bed.exchange.hangUp(agent);

        soon().until(() -> texts(awa).contains("Merci de votre appel."));
        soon().until(() -> bed.exchange.bridges().isEmpty());
        soon().until(() -> awa.state() == State.IDLE);
        assertThat(told.end.outcome()).isEqualTo(CallOutcome.ANSWERED);
    }

    @Test
    void aCallerWhoHangsUpLeavesNothingBehind() {
        CallerHandset awa = bed.caller();
        String agent = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> together(awa.callId(), agent));
        telephony().supervise(TENANT, ACCOUNT, awa.callId(), "PJSIP/boss", Supervision.LISTEN, new Told());
        soon().until(() -> bed.exchange.whisper().equals("none"));

        awa.hangUp();

        soon().until(() ->
                bed.exchange.channels().isEmpty() && bed.exchange.bridges().isEmpty());
        soon().until(() -> bed.board().calls().size() == 0);
    }

    @Test
    void anAgentConsultsAndHandsOver() {
        CallerHandset awa = bed.caller();
        String first = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> together(awa.callId(), first));
        String second = telephony().consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());
        soon().until(() -> together(first, second));
        assertThat(bed.exchange.hearsMusic(awa.callId())).isTrue();

        telephony().completeTransfer(TENANT, ACCOUNT, awa.callId());

        soon().until(() -> together(awa.callId(), second));
        soon().until(() -> !bed.exchange.channels().contains(first));
        assertThat(bed.exchange.hearsMusic(awa.callId())).isFalse();
        soon().until(() -> bed.exchange.bridges().size() == 1);
    }

    @Test
    void anAgentConsultsAndComesBack() {
        CallerHandset awa = bed.caller();
        String first = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> together(awa.callId(), first));
        String second = telephony().consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());
        soon().until(() -> together(first, second));

        telephony().cancelConsultation(TENANT, ACCOUNT, awa.callId());

        soon().until(() ->
                together(awa.callId(), first) && !bed.exchange.channels().contains(second));
    }

    @Test
    void aCallerIsGivenAwayWithoutAWord() {
        CallerHandset awa = bed.caller();
        String first = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> together(awa.callId(), first));

        String second = telephony().transfer(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());

        soon().until(() ->
                together(awa.callId(), second) && !bed.exchange.channels().contains(first));
        assertThat(awa.state()).isEqualTo(State.TALKING);
    }

    @ParameterizedTest
    @CsvSource({"LISTEN, none", "WHISPER, out"})
    void aSupervisorListensAndWhispers(Supervision how, String whisper) {
        CallerHandset awa = bed.caller();
        String agent = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> together(awa.callId(), agent));

        String boss = telephony().supervise(TENANT, ACCOUNT, awa.callId(), "PJSIP/boss", how, new Told());

        soon().until(() -> bed.exchange.whisper().equals(whisper));
        soon().until(() ->
                bed.exchange.together().values().stream().anyMatch(room -> room.contains(boss) && room.size() == 2));
        assertThat(together(awa.callId(), boss)).isFalse();
        telephony().hangUp(TENANT, ACCOUNT, boss);
        soon().until(() ->
                bed.exchange.whisper().isEmpty() && bed.exchange.bridges().size() == 1);
    }

    @Test
    void aSupervisorBargesIn() {
        CallerHandset awa = bed.caller();
        String agent = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> together(awa.callId(), agent));

        String boss = telephony().supervise(TENANT, ACCOUNT, awa.callId(), "PJSIP/boss", Supervision.BARGE, new Told());

        soon().until(() -> together(awa.callId(), boss));
    }

    @Test
    void whatIsSaidIsRecordedUntilItIsStopped() {
        CallerHandset awa = bed.caller();
        String agent = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> together(awa.callId(), agent));

        telephony().record(TENANT, ACCOUNT, awa.callId(), "case-1");
        soon().until(() -> bed.exchange.recordings().equals(List.of("case-1")));
        telephony().stopRecording(TENANT, ACCOUNT, "case-1");

        soon().until(() -> bed.exchange.recordings().isEmpty());
    }

    @Test
    void anAgentWhoDoesNotAnswerGivesTheCallerBackToTheScript() {
        bed.exchange.faults().whenCalled("agent1", CalledParty.BUSY);
        CallerHandset awa = bed.caller();
        Told told = new Told();

        telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", told, new Told());

        soon().until(() -> told.end != null);
        assertThat(told.end.outcome()).isEqualTo(CallOutcome.BUSY);
        bed.say("Tous nos agents sont occupés.");
        soon().until(() -> texts(awa).contains("Tous nos agents sont occupés."));
    }

    @Test
    void anAgentCallsSomebodyAndTheTwoSpeak() {
        Told agent = new Told();
        Told called = new Told();
        String call = dial(agent, called);

        soon().until(() -> called.all.contains("answered UNASKED"));
        String leg = agentLeg(call);
        soon().until(() -> together(call, leg));
        assertThat(agent.all).startsWith("ringing", "answered UNASKED");

        telephony().hangUp(TENANT, ACCOUNT, call);

        soon().until(() -> called.end != null && agent.end != null);
        assertThat(called.end.outcome()).isEqualTo(CallOutcome.ANSWERED);
        nothingIsLeft();
    }

    @Test
    void theOneCalledHangsUpAndTheAgentIsFree() {
        Told agent = new Told();
        Told called = new Told();
        String call = dial(agent, called);
        soon().until(() -> called.all.contains("answered UNASKED"));

        bed.exchange.hangUp(call);

        soon().until(() -> called.end != null && agent.end != null);
        nothingIsLeft();
    }

    @Test
    void anAgentWhoHangsUpEndsTheCallOfTheOther() {
        Told agent = new Told();
        Told called = new Told();
        String call = dial(agent, called);
        soon().until(() -> called.all.contains("answered UNASKED"));
        String leg = agentLeg(call);
        soon().until(() -> together(call, leg));

        bed.exchange.hangUp(leg);

        soon().until(() -> called.end != null);
        assertThat(called.all).filteredOn(what -> what.startsWith("ended")).containsExactly("ended ANSWERED");
        nothingIsLeft();
    }

    @Test
    void nobodyIsCalledForAnAgentWhoDoesNotAnswer() {
        bed.exchange.faults().whenCalled("agent1", CalledParty.BUSY);
        Told agent = new Told();
        Told called = new Told();

        dial(agent, called);

        soon().until(() -> agent.end != null && called.end != null);
        assertThat(agent.end.outcome()).isEqualTo(CallOutcome.BUSY);
        assertThat(called.all).containsExactly("ended CANCELLED");
        nothingIsLeft();
    }

    @Test
    void theAgentIsFreeWhereTheOtherIsBusy() {
        bed.exchange.faults().whenCalled("22997000009", CalledParty.BUSY);
        Told agent = new Told();
        Told called = new Told();

        dial(agent, called);

        soon().until(() -> called.end != null && agent.end != null);
        assertThat(called.end.outcome()).isEqualTo(CallOutcome.BUSY);
        nothingIsLeft();
    }

    @Test
    void theTelephoneOfWhoeverIsCalledRingsAndMayDecline() {
        CallerHandset handset = bed.exchange.handset(CALLED);
        bed.exchange.faults().whenCalled("22997000009", CalledParty.RINGS_OUT);
        Told called = new Told();
        dial(new Told(), called);
        soon().until(() -> handset.state() == State.RINGING);

        handset.hangUp();

        soon().until(() -> called.end != null);
        assertThat(called.end.outcome()).isEqualTo(CallOutcome.REJECTED);
        assertThat(handset.state()).isEqualTo(State.IDLE);
        nothingIsLeft();
    }

    @Test
    void aCallThatAnAgentMadeIsHandedOverAfterAWordLikeAnyOther() {
        Told called = new Told();
        String call = dial(new Told(), called);
        soon().until(() -> called.all.contains("answered UNASKED"));
        String first = agentLeg(call);
        soon().until(() -> together(call, first));
        String second = telephony().consult(TENANT, ACCOUNT, call, "PJSIP/agent2", new Told());
        soon().until(() -> together(first, second));

        telephony().completeTransfer(TENANT, ACCOUNT, call);

        soon().until(() -> together(call, second));
        soon().until(() -> !bed.exchange.channels().contains(first));
        assertThat(called.end).isNull();
        bed.exchange.hangUp(second);
        soon().until(() -> called.end != null);
        nothingIsLeft();
    }

    @Test
    void oneConsultedWhoHasNotAnsweredYetMeetsTheCallerWhenTheyDo() {
        CallerHandset awa = bed.caller();
        String first = telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> together(awa.callId(), first));
        bed.exchange.faults().ringsFor(Duration.ofMillis(700));
        String second = telephony().consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());

        telephony().completeTransfer(TENANT, ACCOUNT, awa.callId());

        soon().until(() -> !bed.exchange.channels().contains(first));
        assertThat(bed.exchange.hearsMusic(awa.callId())).isTrue();
        soon().until(() -> together(awa.callId(), second));
        assertThat(bed.exchange.hearsMusic(awa.callId())).isFalse();
    }

    @Test
    void whoIsOnTheLineIsKnownAndWhetherAnAgentHasThem() {
        assertThat(line()).isEmpty();
        CallerHandset awa = bed.caller();
        assertThat(line().orElseThrow().call()).isEqualTo(awa.callId());
        assertThat(line().orElseThrow().withAgent()).isFalse();
        int told = bed.watch.calls.get();

        telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        assertThat(line().orElseThrow().withAgent()).isTrue();
        awa.hangUp();

        soon().until(() -> line().isEmpty());
        soon().until(() -> bed.watch.calls.get() >= told + 2);
    }

    /** Trap 8: an attended transfer by SIP leaves a pair of Local channels that nobody hangs up. */
    @Test
    void whatATransferByTheTelephoneLeavesBehindIsHungUp() {
        CallerHandset awa = bed.caller();
        int stored = bed.inbox.stored.size();

        bed.exchange.redirectedCall(VoiceTestBed.APPLICATION, "79160000002");

        soon().until(() -> bed.inbox.notices.size() == 1);
        soon().until(() -> bed.exchange.channels().equals(List.of(awa.callId())));
        assertThat(bed.inbox.stored).as("no subscriber called").hasSize(stored);
    }

    @Test
    void whatATransferLeftBehindWhileWeWereAwayIsHungUpAsWell() {
        bed.exchange.faults().lock(true);
        bed.exchange.cut();
        soon().until(() -> !bed.state().works());
        bed.exchange.redirectedCall(VoiceTestBed.APPLICATION, "79160000002");

        bed.exchange.faults().lock(false);

        soon().until(() -> bed.state().works());
        soon().until(() -> bed.exchange.channels().isEmpty());
        assertThat(bed.inbox.stored).isEmpty();
    }

    /** Trap 9: an application that registers again gets no events but of what it subscribes to. */
    @Test
    void theEndOfACallIsLearntAfterAReconnectionAlthoughNothingIsSubscribedByItself() {
        CallerHandset awa = bed.caller();
        bed.exchange.cut();
        bed.exchange.forgetSubscriptions();
        soon().until(() -> bed.watch.exchanges.get() >= 3);
        soon().until(() -> bed.state().works());

        awa.hangUp();

        soon().until(() -> bed.board().calls().size() == 0);
    }

    @Test
    void nobodyIsConnectedToACallThatIsOver() {
        assertThatThrownBy(() ->
                        telephony().connect(TENANT, ACCOUNT, "no-such-call", "PJSIP/agent1", new Told(), new Told()))
                .isInstanceOf(IllegalStateException.class);
    }

    private String call(CallEvents events, boolean detect) {
        return telephony().call(new CallRequest(TENANT, ACCOUNT, CALLED, Duration.ofSeconds(1), detect), events);
    }

    private String dial(CallEvents agentSide, CallEvents calledSide) {
        CallRequest request = new CallRequest(TENANT, ACCOUNT, CALLED, Duration.ofSeconds(2), false);
        return telephony().dial(request, "PJSIP/agent1", agentSide, calledSide);
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

    private Optional<OnLine> line() {
        return telephony().onLine(TENANT, ACCOUNT, VoiceTestBed.SUBSCRIBER);
    }

    private AsteriskTelephony telephony() {
        return bed.telephony;
    }

    private boolean together(String one, String other) {
        return bed.exchange.together().values().stream().anyMatch(room -> room.containsAll(Set.of(one, other)));
    }
}
