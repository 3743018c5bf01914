package io.parcours.connector.telephony;

import static io.parcours.connector.telephony.VoiceTestBed.soon;
import static io.parcours.connector.telephony.VoiceTestBed.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.Heard;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.InboundMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers press, and what becomes of it. */
@Timeout(60)
class VoiceKeysTest {

    private final VoiceTestBed bed = new VoiceTestBed();

    @AfterEach
    void close() {
        bed.close();
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
}
