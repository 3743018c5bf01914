package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.Supervision;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How conversations of callers and agents end, and what is told of it to whom. */
@Timeout(60)
class ConferenceEndTest {

    private final VoiceTestBed bed = new VoiceTestBed();
    private final List<String> ends = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aCallersEndIsToldBeforeTheEndsOfThoseWhoAreHungUpForIt() {
        CallerHandset awa = bed.caller();
        String first = connect(awa, "PJSIP/agent1", "first");
        String second = telephony().consult(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent2", told("second"));
        soon().until(() -> together(first, second));

        awa.hangUp();

        soon().until(() -> ends.size() == 3);
        assertThat(ends.get(0)).isEqualTo("caller ANSWERED");
    }

    @Test
    void aCallersEndIsNotToldToAnAgentWhoLeftBefore() {
        CallerHandset awa = bed.caller();
        String agent = connect(awa, "PJSIP/agent1", "first");

        bed.exchange.hangUp(agent);
        soon().until(() -> ends.size() == 1);
        soon().until(() -> bed.board()
                .reception()
                .byChannel(awa.callId())
                .flatMap(Call::conference)
                .isEmpty());
        awa.hangUp();

        soon().until(() -> bed.board().calls().size() == 0);
        assertThat(ends).containsExactly("first ANSWERED");
    }

    @Test
    void aCallerWhoHangsUpWhileTheRoomIsMadeLeavesNothingBehind() {
        CallerHandset awa = bed.caller();
        bed.exchange.faults().holdBack("POST /ari/bridges/[^/]*", Duration.ofMillis(400));
        CompletableFuture<String> taken = CompletableFuture.supplyAsync(() ->
                telephony().connect(TENANT, ACCOUNT, awa.callId(), "PJSIP/agent1", told("agent"), told("caller")));
        soon().until(() -> !bed.board().reception().bridges().isEmpty());

        awa.hangUp();

        assertThatThrownBy(taken::join).hasCauseInstanceOf(IllegalStateException.class);
        soon().until(() ->
                bed.exchange.bridges().isEmpty() && bed.board().calls().size() == 0);
        assertThat(bed.board().reception().bridges()).isEmpty();
        assertThat(ends).isEmpty();
    }

    @Test
    void nobodyIsCalledIntoAConversationThatIsOver() {
        CallerHandset awa = bed.caller();
        connect(awa, "PJSIP/agent1", "agent");
        Conference over = bed.board()
                .reception()
                .byChannel(awa.callId())
                .flatMap(Call::conference)
                .orElseThrow();
        over.close();

        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> over.connect("PJSIP/agent2", told("second")),
                () -> over.transfer("PJSIP/agent2", told("second")),
                () -> over.consult("PJSIP/agent2", told("second")),
                () -> over.supervise("PJSIP/boss", Supervision.LISTEN, told("boss")))) {
            assertThatThrownBy(act).isInstanceOf(IllegalStateException.class);
        }
        soon().until(() -> bed.exchange.bridges().isEmpty());
    }

    private String connect(CallerHandset caller, String place, String name) {
        String leg = telephony().connect(TENANT, ACCOUNT, caller.callId(), place, told(name), told("caller"));
        soon().until(() -> together(caller.callId(), leg));
        return leg;
    }

    private CallEvents told(String who) {
        return (CallEnd end) -> ends.add(who + " " + end.outcome());
    }

    private AsteriskTelephony telephony() {
        return bed.telephony;
    }

    private boolean together(String one, String other) {
        return bed.exchange.together().values().stream().anyMatch(room -> room.containsAll(Set.of(one, other)));
    }
}
