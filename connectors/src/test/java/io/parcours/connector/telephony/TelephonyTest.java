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
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.OnLine;
import io.parcours.telephony.Supervision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers, and agents and supervisors who join them. */
@Timeout(60)
class TelephonyTest {

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PJSIP/agent1", "+22997000011"})
    void callerAndAgentSpeakAndAfterwardsTheScriptGoesOn(String telephone) {
        CallerHandset awa = bed.caller();
        Told told = new Told();
        String agent = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), telephone, told, new Told());
        soon().until(() -> bed.together(awa.callId(), agent));
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
        String agent = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> bed.together(awa.callId(), agent));
        bed.telephony.supervise(TENANT, ACCOUNT, awa.callId(), "PJSIP/boss", Supervision.LISTEN, new Told());
        soon().until(() -> bed.exchange.whisper().equals("none"));

        awa.hangUp();

        soon().until(() ->
                bed.exchange.channels().isEmpty() && bed.exchange.bridges().isEmpty());
        soon().until(() -> bed.board().calls().size() == 0);
    }

    @Test
    void anAgentConsultsAndHandsOver() {
        CallerHandset awa = bed.caller();
        String first = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> bed.together(awa.callId(), first));
        String second = bed.telephony.consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());
        soon().until(() -> bed.together(first, second));
        assertThat(bed.exchange.hearsMusic(awa.callId())).isTrue();

        bed.telephony.completeTransfer(TENANT, ACCOUNT, awa.callId());

        soon().until(() -> bed.together(awa.callId(), second));
        soon().until(() -> !bed.exchange.channels().contains(first));
        assertThat(bed.exchange.hearsMusic(awa.callId())).isFalse();
        soon().until(() -> bed.exchange.bridges().size() == 1);
    }

    @Test
    void anAgentConsultsAndComesBack() {
        CallerHandset awa = bed.caller();
        String first = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> bed.together(awa.callId(), first));
        String second = bed.telephony.consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());
        soon().until(() -> bed.together(first, second));

        bed.telephony.cancelConsultation(TENANT, ACCOUNT, awa.callId());

        soon().until(() ->
                bed.together(awa.callId(), first) && !bed.exchange.channels().contains(second));
    }

    @Test
    void aCallerIsGivenAwayWithoutAWord() {
        CallerHandset awa = bed.caller();
        String first = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> bed.together(awa.callId(), first));

        String second = bed.telephony.transfer(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());

        soon().until(() ->
                bed.together(awa.callId(), second) && !bed.exchange.channels().contains(first));
        assertThat(awa.state()).isEqualTo(State.TALKING);
    }

    @ParameterizedTest
    @CsvSource({"LISTEN, none, PJSIP/boss", "WHISPER, out, PJSIP/boss", "LISTEN, none, +22997000012"})
    void aSupervisorListensAndWhispers(Supervision how, String whisper, String telephone) {
        CallerHandset awa = bed.caller();
        String agent = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> bed.together(awa.callId(), agent));

        String boss = bed.telephony.supervise(TENANT, ACCOUNT, awa.callId(), telephone, how, new Told());

        soon().until(() -> bed.exchange.whisper().equals(whisper));
        soon().until(() ->
                bed.exchange.together().values().stream().anyMatch(room -> room.contains(boss) && room.size() == 2));
        assertThat(bed.together(awa.callId(), boss)).isFalse();
        bed.telephony.hangUp(TENANT, ACCOUNT, boss);
        soon().until(() ->
                bed.exchange.whisper().isEmpty() && bed.exchange.bridges().size() == 1);
    }

    @Test
    void aSupervisorBargesIn() {
        CallerHandset awa = bed.caller();
        String agent = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> bed.together(awa.callId(), agent));

        String boss =
                bed.telephony.supervise(TENANT, ACCOUNT, awa.callId(), "PJSIP/boss", Supervision.BARGE, new Told());

        soon().until(() -> bed.together(awa.callId(), boss));
        assertThat(bed.together(awa.callId(), agent)).as("all three speak").isTrue();
        bed.telephony.hangUp(TENANT, ACCOUNT, boss);
        soon().until(() -> !bed.exchange.channels().contains(boss));
        bed.telephony.record(TENANT, ACCOUNT, awa.callId(), "afterwards");
        soon().until(() -> bed.exchange.recordings().equals(List.of("afterwards")));
        assertThat(bed.together(awa.callId(), agent)).as("the two go on").isTrue();
    }

    @Test
    void whatIsSaidIsRecordedUntilItIsStopped() {
        CallerHandset awa = bed.caller();
        String agent = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> bed.together(awa.callId(), agent));

        bed.telephony.record(TENANT, ACCOUNT, awa.callId(), "case-1");
        soon().until(() -> bed.exchange.recordings().equals(List.of("case-1")));
        bed.telephony.stopRecording(TENANT, ACCOUNT, "case-1");

        soon().until(() -> bed.exchange.recordings().isEmpty());
    }

    @Test
    void anAgentWhoDoesNotAnswerGivesTheCallerBackToTheScript() {
        bed.exchange.faults().whenCalled("agent1", CalledParty.BUSY);
        CallerHandset awa = bed.caller();
        Told told = new Told();

        bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", told, new Told());

        soon().until(() -> told.end != null);
        assertThat(told.end.outcome()).isEqualTo(CallOutcome.BUSY);
        bed.say("Tous nos agents sont occupés.");
        soon().until(() -> texts(awa).contains("Tous nos agents sont occupés."));
    }

    @Test
    void oneConsultedWhoHasNotAnsweredYetMeetsTheCallerWhenTheyDo() {
        CallerHandset awa = bed.caller();
        String first = bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
        soon().until(() -> bed.together(awa.callId(), first));
        bed.exchange.faults().ringsFor(Duration.ofMillis(700));
        String second = bed.telephony.consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", new Told());

        bed.telephony.completeTransfer(TENANT, ACCOUNT, awa.callId());

        soon().until(() -> !bed.exchange.channels().contains(first));
        soon().until(() -> bed.exchange.hearsMusic(awa.callId()));
        soon().until(() -> bed.together(awa.callId(), second));
        soon().until(() -> !bed.exchange.hearsMusic(awa.callId()));
    }

    @Test
    void whoIsOnTheLineIsKnownAndWhetherAnAgentHasThem() {
        assertThat(line()).isEmpty();
        CallerHandset awa = bed.caller();
        assertThat(line().orElseThrow().call()).isEqualTo(awa.callId());
        assertThat(line().orElseThrow().withAgent()).isFalse();
        int told = bed.watch.calls.get();

        bed.telephony.connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", new Told(), new Told());
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
                        bed.telephony.connect(TENANT, ACCOUNT, "no-such-call", "PJSIP/agent1", new Told(), new Told()))
                .isInstanceOf(IllegalStateException.class);
    }

    private Optional<OnLine> line() {
        return bed.telephony.onLine(TENANT, ACCOUNT, VoiceTestBed.SUBSCRIBER);
    }
}
