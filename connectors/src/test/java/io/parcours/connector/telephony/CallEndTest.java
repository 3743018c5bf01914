package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.SUBSCRIBER;
import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Departure;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journey hears that its call is over before it hears what was left unsaid. */
class CallEndTest {

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest
    @CsvSource({"true, ", "false, NOT_HERE"})
    void whatWasLeftUnsaidGoesElsewhereUnlessTheModelGoesAnotherWay(boolean diverts, SendRefused.Kind help) {
        bed.inbox.diverts = diverts;
        CallerHandset awa = bed.caller();
        bed.ask("Votre choix :", "Oui", "Non");
        soon().until(() -> awa.heard().size() == 1);

        awa.hangUp();

        soon().until(() -> bed.inbox.receipts.size() == 1);
        Receipt unheard = bed.inbox.receipts.get(0);
        assertThat(unheard.state()).isEqualTo(DeliveryState.UNDELIVERABLE);
        assertThat(unheard.refusal()).isEqualTo(help);
        assertThat(bed.inbox.departures).extracting(Departure::address).containsExactly(SUBSCRIBER);
    }
}
