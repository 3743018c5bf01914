package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.conversation.Choice;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VoiceCallTest {

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aCallIsStoredBeforeItIsAnswered() {
        bed.inbox.gate = new CountDownLatch(1);
        CallerHandset awa = bed.exchange.handset("0197000001");
        assertThat(awa.call(VoiceTestBed.LINE)).isTrue();
        soon().until(() -> bed.inbox.calls.get() == 1);
        assertThat(awa.state()).isEqualTo(State.RINGING);

        bed.inbox.gate.countDown();

        soon().until(() -> awa.state() == State.TALKING);
        InboundMessage call = bed.inbox.stored.get(0);
        assertThat(call.channel()).isEqualTo("voice");
        assertThat(call.externalId()).isEqualTo(awa.callId());
        assertThat(call.from()).isEqualTo("+2290197000001");
        assertThat(call.text()).isEmpty();
        assertThat(call.person().msisdn()).isEqualTo("+2290197000001");
        assertThat(call.attachment())
                .hasValueSatisfying(kind -> assertThat(kind.type()).isEqualTo("call"));
    }

    @Test
    void aCallThatCannotBeStoredIsTriedAgainAndThenAnswered() {
        bed.inbox.failures.set(2);

        CallerHandset awa = bed.caller();

        assertThat(awa.state()).isEqualTo(State.TALKING);
        assertThat(bed.inbox.stored).hasSize(1);
    }

    @Test
    void whoHidesTheNumberIsACustomerOfTheirOwn() {
        bed.caller("anonymous");

        InboundMessage call = bed.inbox.stored.get(0);
        assertThat(call.from()).isEqualTo("anonymous:" + call.externalId());
        assertThat(call.person().msisdn()).isNull();
    }

    @Test
    void whatJourneysSayIsHeardInItsOrderAndEachIsReceipted() {
        CallerHandset awa = bed.caller();
        String first = bed.say("Bonjour.");
        String second = bed.say("Votre dossier est ouvert.");

        soon().until(() -> bed.inbox.receipts.size() == 2);

        assertThat(texts(awa)).containsExactly("Bonjour.", "Votre dossier est ouvert.");
        assertThat(bed.inbox.receipts).allMatch(receipt -> receipt.state() == DeliveryState.DELIVERED);
        assertThat(bed.inbox.receipts)
                .extracting(receipt -> receipt.providerId())
                .containsExactly(first, second);
    }

    @Test
    void sendingDoesNotWaitForThePrompt() {
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        bed.caller();

        long began = System.nanoTime();
        bed.say("Un long texte.");
        bed.say("Un autre.");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aCallWithNothingMoreToSayEnds() {
        CallerHandset awa = bed.caller();
        bed.say("Au revoir.");

        soon().until(() -> awa.state() == State.IDLE);

        assertThat(texts(awa)).containsExactly("Au revoir.");
        soon().until(() -> bed.board().calls().size() == 0);
        assertThat(bed.exchange.channels()).isEmpty();
    }

    @Test
    void aCallerToWhomNobodyHasAnythingToSayHearsThatTheCallIsNoted() {
        CallerHandset awa = bed.caller();

        soon().until(() -> awa.state() == State.IDLE);

        assertThat(texts(awa)).containsExactly("Nous avons bien noté votre appel. Au revoir.");
    }

    @Test
    void aPromptThatTheExchangeRefusesGoesOnByTheNextChannel() {
        CallerHandset awa = bed.caller();
        bed.exchange.faults().refuseNext(1, 500);
        bed.say("Perdu.");
        bed.say("Bonjour.");

        soon().until(() -> bed.inbox.receipts.size() == 2);

        assertThat(bed.inbox.receipts)
                .extracting(receipt -> receipt.state())
                .containsExactly(DeliveryState.UNDELIVERABLE, DeliveryState.DELIVERED);
        assertThat(texts(awa)).containsExactly("Bonjour.");
    }

    @Test
    void whoIsNotOnTheTelephoneIsReachedElsewhere() {
        assertThatThrownBy(() -> bed.say("Bonjour.")).satisfies(VoiceCallTest::notHere);
    }

    @Test
    void whatKeysCannotAnswerIsAskedElsewhere() {
        bed.caller();

        assertThatThrownBy(() -> bed.askFor(Expectation.TEXT, "Dites-nous tout."))
                .satisfies(VoiceCallTest::notHere);
        String[] ten = IntStream.range(0, 10).mapToObj(i -> "Choix " + i).toArray(String[]::new);
        assertThatThrownBy(() -> bed.ask("Trop :", ten)).satisfies(VoiceCallTest::notHere);
    }

    @Test
    void aRepeatedSendOfOneMessageIsSaidOnce() {
        bed.exchange.faults().playbacksLast(Duration.ofMillis(400));
        CallerHandset awa = bed.caller();
        OutboundMessage message = new OutboundMessage(
                UUID.randomUUID(),
                VoiceTestBed.TENANT,
                VoiceTestBed.ACCOUNT,
                VoiceTestBed.SUBSCRIBER,
                "Une fois.",
                List.of(),
                Expectation.NOTHING,
                Optional.empty());

        assertThat(bed.channel.send(message)).isEqualTo(bed.channel.send(message));

        soon().until(() -> awa.state() == State.IDLE);
        assertThat(texts(awa)).containsExactly("Une fois.");
    }

    @Test
    void manyCallersAreServedAtOnceAndEachHearsTheirOwn() {
        List<CallerHandset> callers = IntStream.range(0, 50)
                .mapToObj(i -> bed.caller("+22901970010" + (10 + i)))
                .toList();
        for (int i = 0; i < callers.size(); i++) {
            List<Choice> choices = List.of(new Choice("a", "Oui"), new Choice("b", "Non"));
            bed.send("+22901970010" + (10 + i), "Question " + i, choices, Expectation.CHOICE);
        }
        callers.forEach(caller -> soon().until(() -> texts(caller).stream().anyMatch(t -> t.startsWith("Question"))));

        callers.forEach(caller -> caller.press("1"));

        soon().until(() ->
                bed.inbox.stored.stream().filter(m -> m.text().equals("Oui")).count() == 50);
        for (int i = 0; i < callers.size(); i++) {
            String own = "Question " + i + " ";
            assertThat(texts(callers.get(i)))
                    .filteredOn(text -> text.startsWith("Question"))
                    .allMatch(text -> text.startsWith(own));
        }
    }

    private static void notHere(Throwable refused) {
        assertThat(refused).isInstanceOf(SendRefused.class);
        assertThat(((SendRefused) refused).kind()).isEqualTo(SendRefused.Kind.NOT_HERE);
    }
}
