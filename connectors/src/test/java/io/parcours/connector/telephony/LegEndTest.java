package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.ACCOUNT;
import static io.parcours.connector.telephony.VoiceTestBed.TENANT;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CalledParty;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A telephone that we called is hung up for certain, whatever the exchange says to the first command. */
@Timeout(60)
class LegEndTest {

    private static final String HANG_UP = "DELETE /ari/channels/[^/]*";

    private final VoiceTestBed bed = new VoiceTestBed();
    private final List<String> ends = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void whatTheExchangeWouldNotEndIsEndedAgain() {
        String leg = call();
        soon().until(() -> bed.board().legs().find(leg).orElseThrow().up());
        bed.exchange.faults().refuseNext(1, 500, HANG_UP);

        telephony().hangUp(TENANT, ACCOUNT, leg);

        soon().until(() -> ends.equals(List.of("called ANSWERED")));
        assertThat(bed.exchange.channels()).isEmpty();
    }

    @Test
    void whatIsStillThereAfterAReconnectionAlthoughWeGaveItUpIsEndedThen() {
        try (VoiceTestBed patient = new VoiceTestBed(
                new VoiceOptions(Duration.ofSeconds(20), null, null, null, null, null, null, null, true))) {
            String leg = patient.telephony.call(request(), told("called"));
            soon().until(() -> patient.board().legs().find(leg).orElseThrow().up());
            patient.exchange.faults().refuseNext(1, 500, HANG_UP);
            patient.telephony.hangUp(TENANT, ACCOUNT, leg);
            soon().until(() -> patient.exchange.events().stream()
                    .anyMatch(event -> event.what().startsWith("DELETE /ari/channels/")));

            patient.exchange.cut();

            soon().until(() -> ends.equals(List.of("called ANSWERED")));
            assertThat(patient.exchange.channels()).isEmpty();
        }
    }

    @Test
    void oneWhoIsGivenUpBeforeTheExchangeCallsThemIsNotLeftRinging() {
        bed.exchange.faults().whenCalled("22997000009", CalledParty.RINGS_OUT);
        bed.exchange.faults().holdBack("POST /ari/channels/[^/]*", Duration.ofMillis(300));
        String leg = call();

        telephony().hangUp(TENANT, ACCOUNT, leg);

        soon().until(() -> ends.equals(List.of("called CANCELLED")));
        assertThat(bed.exchange.channels()).isEmpty();
        soon().until(() -> bed.board().calls().size() == 0);
    }

    private String call() {
        return telephony().call(request(), told("called"));
    }

    private static CallRequest request() {
        return new CallRequest(TENANT, ACCOUNT, "+22997000009", Duration.ofSeconds(30), false);
    }

    private CallEvents told(String who) {
        return (CallEnd end) -> ends.add(who + " " + end.outcome());
    }

    private AsteriskTelephony telephony() {
        return bed.telephony;
    }
}
