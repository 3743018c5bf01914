package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Timer;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.connector.simulator.Heard;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void oneKeyChooses() {
        CallerHandset awa = bed.caller();
        String question = bed.ask("Votre réclamation concerne :", "Facturation", "Réseau");
        soon().until(() -> !awa.heard().isEmpty());
        assertThat(texts(awa))
                .containsExactly("Votre réclamation concerne : Pour Facturation, tapez 1. Pour Réseau, tapez 2.");

        awa.press("2");

        soon().until(() -> bed.inbox.stored.size() == 2);
        InboundMessage answer = bed.inbox.stored.get(1);
        assertThat(answer.text()).isEqualTo("Réseau");
        assertThat(answer.choice()).contains("q#RÉSEAU");
        assertThat(answer.externalId()).isEqualTo(question + "-answer");
        assertThat(bed.inbox.receipts).singleElement().satisfies(receipt -> assertThat(receipt.state())
                .isEqualTo(DeliveryState.DELIVERED));
    }

    @Test
    void aKeyStopsThePrompt() {
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(30));
        CallerHandset awa = bed.caller();
        bed.ask("Votre choix :", "Oui", "Non");
        soon().until(() -> !awa.heard().isEmpty());

        awa.press("1");

        soon().until(() -> bed.inbox.stored.size() == 2);
        soon().until(() -> awa.heard().get(0).end() == Heard.End.STOPPED);
    }

    @Test
    void aKeyThatStandsForNoChoiceIsHandedInAsItIs() {
        CallerHandset awa = bed.caller();
        bed.ask("Votre choix :", "Oui", "Non");
        soon().until(() -> !awa.heard().isEmpty());

        awa.press("7");

        soon().until(() -> bed.inbox.stored.size() == 2);
        assertThat(bed.inbox.stored.get(1).text()).isEqualTo("7");
        assertThat(bed.inbox.stored.get(1).choice()).isEmpty();
    }

    @Test
    void keysPressedAheadAnswerTheNextQuestions() {
        bed.exchange.faults().playbacksLast(Duration.ofSeconds(2));
        CallerHandset awa = bed.caller();
        bed.ask("Une :", "Oui", "Non");
        bed.ask("Deux :", "Oui", "Non");
        bed.askFor(Expectation.NUMBER, "Votre numéro de client ?");
        soon().until(() -> !awa.heard().isEmpty());

        awa.press("124711#");

        soon().until(() -> bed.inbox.stored.size() == 4);
        assertThat(bed.inbox.texts()).containsExactly("", "Oui", "Non", "4711");
    }

    @Test
    void digitsEndWithAPauseAsWell() {
        CallerHandset awa = bed.caller();
        bed.askFor(Expectation.AMOUNT, "Quel montant ?");
        soon().until(() -> !awa.heard().isEmpty());
        assertThat(texts(awa)).containsExactly("Quel montant ? Terminez par dièse.");

        awa.press("12*50");

        soon().until(() -> bed.inbox.stored.size() == 2);
        assertThat(bed.inbox.stored.get(1).text()).isEqualTo("12*50");
    }

    @ParameterizedTest
    @CsvSource({"DATE, 31122026", "MSISDN, 0197000001", "NUMBER, 004512"})
    void digitsEndWithAHash(Expectation expects, String digits) {
        CallerHandset awa = bed.caller();
        bed.askFor(expects, "Lequel ?");
        soon().until(() -> !awa.heard().isEmpty());
        assertThat(texts(awa)).containsExactly("Lequel ? Terminez par dièse.");

        awa.press(digits + "#");

        soon().until(() -> bed.inbox.stored.size() == 2);
        assertThat(bed.inbox.stored.get(1).text()).isEqualTo(digits);
        assertThat(bed.inbox.stored.get(1).choice()).isEmpty();
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
    void aHashAfterThePauseAnswersNothing() {
        CallerHandset awa = bed.caller();
        bed.askFor(Expectation.NUMBER, "Numéro ?");
        soon().until(() -> !awa.heard().isEmpty());
        awa.press("47");
        soon().until(() -> bed.inbox.stored.size() == 2);
        awa.press("#");
        bed.ask("Choix :", "Oui", "Non");
        soon().until(() -> awa.heard().size() == 2);

        awa.press("2");

        soon().until(() -> bed.inbox.stored.size() == 3);
        assertThat(bed.inbox.stored.get(2).text()).isEqualTo("Non");
    }

    @Test
    void whoPressesNothingIsAskedOnceMoreAndThenCountsAsNotUnderstood() {
        CallerHandset awa = bed.caller();
        bed.ask("Votre choix :", "Oui", "Non");

        soon().until(() -> bed.inbox.stored.size() == 2);

        assertThat(awa.heard()).hasSize(2);
        assertThat(bed.inbox.stored.get(1).text()).isEmpty();
        assertThat(bed.inbox.stored.get(1).attachment())
                .hasValueSatisfying(kind -> assertThat(kind.type()).isEqualTo("no-key"));
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
        assertThatThrownBy(() -> bed.say("Encore.")).satisfies(VoiceCallTest::notHere);
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
    void theTimeFromTheLastKeyToTheNextPromptIsMeasured() {
        CallerHandset awa = bed.caller();
        bed.ask("Une :", "Oui", "Non");
        soon().until(() -> !awa.heard().isEmpty());
        awa.press("1");
        soon().until(() -> bed.inbox.stored.size() == 2);
        bed.say("Merci.");

        soon().until(() -> awa.heard().size() == 2);

        soon().until(() -> {
            Timer timer = bed.registry.find("parcours.voice.key.to.prompt").timer();
            return timer != null && timer.count() == 1;
        });
        assertThat(bed.registry.get("parcours.voice.calls").gauge().value()).isEqualTo(1);
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
