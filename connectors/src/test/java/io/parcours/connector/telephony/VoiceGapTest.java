package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.conversation.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The exchange's events stay away for a while in the middle of a busy day. */
@Timeout(60)
class VoiceGapTest {

    private static final int CALLS = 50;
    private static final int HUNG_UP = 10;
    private static final Duration SOON_ENOUGH = Duration.ofSeconds(10);

    private final VoiceTestBed bed = new VoiceTestBed(new VoiceOptions(
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(30),
            Duration.ofMillis(300),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            true));
    private final List<CallerHandset> callers = IntStream.range(0, CALLS)
            .mapToObj(i -> bed.caller("+22901970020" + (10 + i)))
            .toList();
    private final CallerHandset awa = bed.caller();
    private final String agent = bed.connect(awa, "PJSIP/agent1", "agent");

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void fiftyCallsAndAConversationOutliveTheGapAndWhoHungUpInItIsGone() {
        assertThat(bed.board().calls().size()).isEqualTo(CALLS + 2);
        eventsStayAway();
        callers.subList(0, HUNG_UP).forEach(CallerHandset::hangUp);

        Duration took = eventsComeBack(CALLS - HUNG_UP + 2);

        assertThat(took).isLessThan(SOON_ENOUGH);
        List<CallerHandset> there = callers.subList(HUNG_UP, CALLS);
        assertThat(there).allMatch(caller -> caller.state() == State.TALKING);
        assertThat(bed.together(awa.callId(), agent)).isTrue();
        assertThat(bed.exchange.channels()).as("no channel is an orphan").hasSize(CALLS - HUNG_UP + 2);
        assertThat(bed.exchange.bridges()).as("no bridge is an orphan").hasSize(1);
        assertThat(bed.ends).isEmpty();
        assertThat(bed.inbox.stored).as("nobody called anew").hasSize(CALLS + 1);
        for (int i = HUNG_UP; i < CALLS; i++) {
            bed.send("+22901970020" + (10 + i), "Nous revoilà.", List.of(), Expectation.NOTHING);
        }
        soon().until(() -> there.stream().allMatch(caller -> texts(caller).contains("Nous revoilà.")));
        callers.get(CALLS - 1).hangUp();
        soon().until(() -> bed.board().calls().size() == CALLS - HUNG_UP + 1);
    }

    @Test
    void anAgentWhoHungUpInTheGapGivesTheCallerBackToTheScript() {
        eventsStayAway();
        bed.exchange.hangUp(agent);

        assertThat(eventsComeBack(CALLS + 1)).isLessThan(SOON_ENOUGH);

        bed.say("Merci de votre appel.");
        soon().until(() -> texts(awa).contains("Merci de votre appel."));
        assertThat(bed.ends).contains("agent ANSWERED");
        soon().until(() -> bed.exchange.bridges().isEmpty());
    }

    @Test
    void aCallerWhoHungUpInTheGapLeavesNoAgentAndNoRoomBehind() {
        eventsStayAway();
        awa.hangUp();

        assertThat(eventsComeBack(CALLS)).isLessThan(SOON_ENOUGH);

        soon().until(() ->
                bed.exchange.bridges().isEmpty() && bed.exchange.channels().size() == CALLS);
        assertThat(bed.ends).containsExactlyInAnyOrder("caller ANSWERED", "agent ANSWERED");
    }

    private void eventsStayAway() {
        bed.exchange.faults().lock(true);
        bed.exchange.cut();
        soon().until(() -> !bed.state().works());
    }

    /** @return how long it took until as many were on the telephone here as there are */
    private Duration eventsComeBack(int parties) {
        long began = System.nanoTime();
        bed.exchange.faults().lock(false);
        soon().until(() -> bed.state().works() && bed.board().calls().size() == parties);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
