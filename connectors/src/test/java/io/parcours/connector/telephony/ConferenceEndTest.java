package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.telephony.Supervision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How conversations of callers and agents end, and what is told of it to whom. */
@Timeout(60)
class ConferenceEndTest {

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aCallersEndIsToldBeforeTheEndsOfThoseWhoAreHungUpForIt() {
        CallerHandset awa = bed.caller();
        String first = bed.connect(awa, "PJSIP/agent1", "first");
        String second = bed.telephony.consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", bed.told("second"));
        soon().until(() -> bed.together(first, second));

        awa.hangUp();

        soon().until(() -> bed.ends.size() == 3);
        assertThat(bed.ends.get(0)).isEqualTo("caller ANSWERED");
    }

    @Test
    void aCallersEndIsNotToldToAnAgentWhoLeftBefore() {
        CallerHandset awa = bed.caller();
        String agent = bed.connect(awa, "PJSIP/agent1", "first");

        bed.exchange.hangUp(agent);
        soon().until(() -> bed.ends.size() == 1);
        soon().until(() -> bed.board()
                .reception()
                .byChannel(awa.callId())
                .flatMap(Call::conference)
                .isEmpty());
        awa.hangUp();

        soon().until(() -> bed.board().calls().size() == 0);
        assertThat(bed.ends).containsExactly("first ANSWERED");
    }

    @Test
    void aCallerWhoHangsUpWhileTheRoomIsMadeLeavesNothingBehind() {
        CallerHandset awa = bed.caller();
        bed.exchange.faults().holdBack("POST /ari/bridges/[^/]*", Duration.ofMillis(400));
        CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> bed.telephony.connect(
                TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", bed.told("agent"), bed.told("caller")));
        soon().until(() -> !bed.board().reception().bridges().isEmpty());

        awa.hangUp();

        assertThatThrownBy(taken::join).hasCauseInstanceOf(IllegalStateException.class);
        soon().until(() ->
                bed.exchange.bridges().isEmpty() && bed.board().calls().size() == 0);
        assertThat(bed.board().reception().bridges()).isEmpty();
        assertThat(bed.ends).isEmpty();
    }

    @Test
    void nobodyIsCalledIntoAConversationThatIsOver() {
        CallerHandset awa = bed.caller();
        bed.connect(awa, "PJSIP/agent1", "agent");
        Conference over = bed.board()
                .reception()
                .byChannel(awa.callId())
                .flatMap(Call::conference)
                .orElseThrow();
        over.close();

        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> over.connect("PJSIP/agent2", bed.told("second")),
                () -> over.transfer("PJSIP/agent2", bed.told("second")),
                () -> over.consult("PJSIP/agent2", bed.told("second")),
                () -> over.supervise("PJSIP/boss", Supervision.LISTEN, bed.told("boss")))) {
            assertThatThrownBy(act).isInstanceOf(IllegalStateException.class);
        }
        soon().until(() -> bed.exchange.bridges().isEmpty());
    }
}
