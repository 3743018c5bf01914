package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.Heard;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers who hang up in the middle: what they did not hear or answer goes on elsewhere. */
@Timeout(60)
class VoiceHangUpTest {

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void whoHangsUpInTheMiddleOfTheirDigitsHasNotAnswered() {
        try (VoiceTestBed patient =
                new VoiceTestBed(VoiceTestBed.waiting(Duration.ofSeconds(20), Duration.ofSeconds(20)))) {
            CallerHandset awa = patient.caller();
            patient.askFor(Expectation.NUMBER, "Votre numéro de client ?");
            soon().until(() -> !awa.heard().isEmpty());
            awa.press("47");

            awa.hangUp();

            soon().until(() -> !patient.inbox.receipts.isEmpty());
            assertThat(patient.inbox.receipts.get(0).refusal()).isEqualTo(SendRefused.Kind.NOT_HERE);
            assertThat(patient.inbox.stored).as("the call alone").hasSize(1);
            soon().until(() -> patient.board().calls().size() == 0);
        }
    }

    @Test
    void whoHangsUpWhileAQuestionIsRepeatedHasNotAnsweredEither() {
        CallerHandset awa = bed.caller();
        bed.ask("Votre choix :", "Oui", "Non");
        soon().until(() -> !awa.heard().isEmpty() && awa.heard().get(0).end() == Heard.End.WHOLE);
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        soon().until(() -> awa.heard().size() == 2);

        awa.hangUp();

        soon().until(() -> !bed.inbox.receipts.isEmpty());
        assertThat(bed.inbox.receipts.get(0).refusal()).isEqualTo(SendRefused.Kind.NOT_HERE);
        assertThat(bed.inbox.stored).as("the call alone").hasSize(1);
    }

    @Test
    void whatTheCallerDidNotHearGoesOnByTheNextChannel() {
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        CallerHandset awa = bed.caller();
        List<String> ids = List.of(bed.say("Un."), bed.say("Deux."), bed.ask("Trois ?", "Oui", "Non"));
        soon().until(() -> !awa.heard().isEmpty());

        awa.hangUp();

        soon().until(() -> bed.inbox.receipts.size() == 3);
        assertThat(bed.inbox.receipts)
                .allMatch(receipt -> receipt.state() == DeliveryState.UNDELIVERABLE
                        && receipt.refusal() == SendRefused.Kind.NOT_HERE);
        assertThat(bed.inbox.receipts)
                .extracting(receipt -> receipt.providerId())
                .containsExactlyElementsOf(ids);
        assertThatThrownBy(() -> bed.say("Encore.")).satisfies(VoiceHangUpTest::notHere);
        assertThat(bed.board().calls().size()).isZero();
    }

    @Test
    void aQuestionThatWasHeardButNotAnsweredGoesOnByTheNextChannelToo() {
        CallerHandset awa = bed.caller();
        bed.ask("Votre choix :", "Oui", "Non");
        soon().until(() -> !awa.heard().isEmpty() && awa.heard().get(0).end() == Heard.End.WHOLE);

        awa.hangUp();

        soon().until(() -> !bed.inbox.receipts.isEmpty());
        assertThat(bed.inbox.receipts.get(0).refusal()).isEqualTo(SendRefused.Kind.NOT_HERE);
    }

    private static void notHere(Throwable refused) {
        assertThat(refused).isInstanceOf(SendRefused.class);
        assertThat(((SendRefused) refused).kind()).isEqualTo(SendRefused.Kind.NOT_HERE);
    }
}
