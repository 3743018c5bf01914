package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CalledParty;
import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.CallOutcome.Advice;
import io.parcours.telephony.CallRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that we make: how they end, and who answers. */
@Timeout(60)
class CallsOutTest {

    private static final String CALLED = "+22997000009";

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    /** Trap 4: a dead trunk has the cause of one who does not answer, and never rang. */
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

    /** Trap 3: who was called and hangs up leaves cause 0, and not 16. */
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
    @CsvSource({"ANSWERS, HUMAN", "MACHINE, MACHINE", "UNCLEAR, UNSURE"})
    void theExchangeListensWhoAnswersWhereItIsAskedTo(CalledParty party, Answerer answerer) {
        bed.exchange.faults().whenCalled("22997000009", party);
        Told told = new Told();

        String leg = call(told, true);

        soon().until(() -> told.all.contains("answered " + answerer));
        assertThat(told.end).as("leaving for the dialplan is no end").isNull();
        bed.telephony.hangUp(TENANT, ACCOUNT, leg);
        soon().until(() -> told.end != null);
        assertThat(told.end.cause()).as("our own hang-up ends with 16").isEqualTo(16);
    }

    @Test
    void whoAnswersANetworkThatSpokeBeforeIsAnsweredWithoutARing() {
        bed.exchange.faults().whenCalled("22997000009", CalledParty.ANNOUNCES);
        Told told = new Told();

        String leg = call(told, false);

        soon().until(() -> told.all.equals(List.of("answered UNASKED")));
        bed.exchange.hangUp(leg);
        soon().until(() -> told.end != null);
        assertThat(told.end.outcome()).isEqualTo(CallOutcome.ANSWERED);
    }

    /** Many networks let their own ringing or an announcement be heard, and never say that it rings. */
    @Test
    void aNetworkThatSpeaksUntilOurPatienceEndsIsNoDeadTrunk() {
        bed.exchange.faults().whenCalled("22997000009", CalledParty.ANNOUNCES);
        bed.exchange.faults().ringsFor(Duration.ofSeconds(10));
        Told told = new Told();

        call(told, false);

        soon().until(() -> told.end != null);
        assertThat(told.end.outcome()).isEqualTo(CallOutcome.ABSENT);
        assertThat(told.end.rang()).isFalse();
    }

    @Test
    void whatWeGiveUpWhileItRingsIsCancelled() {
        bed.exchange.faults().whenCalled("22997000009", CalledParty.RINGS_OUT);
        Told told = new Told();
        String leg = call(told, false);
        soon().until(() -> told.all.contains("ringing"));

        bed.telephony.hangUp(TENANT, ACCOUNT, leg);

        soon().until(() -> told.end != null);
        assertThat(told.end.outcome()).isEqualTo(CallOutcome.CANCELLED);
    }

    /** Trap 1: the exchange makes a new incoming call of an answer 302. */
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

    private String call(CallEvents events, boolean detect) {
        return bed.telephony.call(new CallRequest(TENANT, ACCOUNT, CALLED, Duration.ofSeconds(1), detect), events);
    }
}
