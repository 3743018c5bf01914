package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.SUBSCRIBER;
import static io.parcours.connector.sms.SmsTestBed.account;
import static io.parcours.connector.sms.SmsTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscEvent;
import io.parcours.connector.simulator.SmscEvent.Kind;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.conversation.InboundMessage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Timeout(30)
@ExtendWith(OutputCaptureExtension.class)
class SmsInboundTest {

    private SmscSimulator smsc;
    private SmsTestBed bed;

    @BeforeEach
    void bind() {
        smsc = SmscSimulator.start(
                new SmscAccount("baobab", "secret", "7070"), new SmscAccount("karite", "other", "8080"));
        smsc.faults().redeliverAfter(Duration.ofMillis(20));
        bed = SmsTestBed.bound(account("baobab", smsc.url("baobab")), account("karite", smsc.url("karite")));
    }

    @AfterEach
    void close() {
        bed.close();
        smsc.close();
    }

    @Test
    void aTextIsStoredOnceUnderItsTenant() {
        smsc.write("baobab", SUBSCRIBER, "Ma facture est fausse");
        soon().until(() -> taken(SUBSCRIBER));
        assertThat(bed.inbox.calls).hasValue(1);
        InboundMessage message = bed.inbox.stored.get(0);
        assertThat(message.tenant()).isEqualTo("baobab");
        assertThat(message.account()).isEqualTo("demo");
        assertThat(message.from()).isEqualTo(SUBSCRIBER);
        assertThat(message.text()).isEqualTo("Ma facture est fausse");
    }

    @Test
    void theCentreIsAnsweredOnlyAfterTheTextIsStored() {
        bed.inbox.gate = new CountDownLatch(1);
        smsc.write("baobab", SUBSCRIBER, "Bonjour");
        soon().until(() -> bed.inbox.calls.get() == 1);
        assertThat(deliveries()).isEmpty();
        assertThat(taken(SUBSCRIBER)).isFalse();
        bed.inbox.gate.countDown();
        soon().until(() -> taken(SUBSCRIBER));
        assertThat(deliveries()).extracting(SmscEvent::status).containsExactly(0);
    }

    @Test
    void whatCannotBeStoredIsRefusedAndComesAgain(CapturedOutput output) {
        bed.inbox.failures.set(2);
        smsc.write("baobab", SUBSCRIBER, "Bonjour");
        soon().until(() -> taken(SUBSCRIBER));
        assertThat(deliveries()).extracting(SmscEvent::status).containsExactly(0x64, 0x64, 0);
        assertThat(bed.inbox.texts()).containsExactly("Bonjour");
        assertThat(output).contains("IllegalStateException").doesNotContain("le secret de l'abonné");
    }

    @Test
    void aDeliveryRepeatedAfterALostBindIsACopy() {
        smsc.faults().loseAcknowledgements(2);
        smsc.write("baobab", SUBSCRIBER, "Bonjour");
        soon().until(() -> taken(SUBSCRIBER));
        assertThat(bed.inbox.calls).hasValue(3);
        assertThat(bed.inbox.texts()).containsExactly("Bonjour");
    }

    @Test
    void theSameTextWrittenTwiceIsTwoMessages() {
        smsc.write("baobab", SUBSCRIBER, "1");
        smsc.write("baobab", SUBSCRIBER, "1");
        soon().until(() -> bed.inbox.stored.size() == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é à € [ ] @ ~", "Été à Natitingou 😀", "مرحبا، فاتورتي خاطئة", "", "ligne 1\nligne 2"})
    void aTextArrivesAsItWasWritten(String text) {
        smsc.write("baobab", SUBSCRIBER, text);
        soon().until(() -> bed.inbox.texts().equals(List.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Réclamation € ", "شكوى 😀 "})
    void aLongTextArrivesInParts(String words) {
        String text = words.repeat(30);
        smsc.write("baobab", SUBSCRIBER, text);
        soon().until(() -> taken(SUBSCRIBER));
        List<InboundMessage> parts = bed.inbox.stored.stream()
                .sorted(Comparator.comparing(
                        message -> message.part().orElseThrow().number()))
                .toList();
        assertThat(parts.stream().map(InboundMessage::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(parts)
                .extracting(message -> message.part().orElseThrow().reference())
                .containsOnly(parts.get(0).part().orElseThrow().reference());
        assertThat(parts).allMatch(message -> message.part().orElseThrow().total() == parts.size());
    }

    @Test
    void theTextsOfTwoTenantsDoNotMix() {
        smsc.write("baobab", SUBSCRIBER, "pour baobab");
        smsc.write("karite", SUBSCRIBER, "pour karité");
        soon().until(() -> bed.inbox.stored.size() == 2);
        assertThat(bed.inbox.stored)
                .extracting(message -> message.tenant() + ": " + message.text())
                .containsExactlyInAnyOrder("baobab: pour baobab", "karite: pour karité");
    }

    @Test
    void theTextsOfOneSubscriberKeepTheirOrder() {
        for (int i = 0; i < 40; i++) {
            smsc.write("baobab", SUBSCRIBER, "texte " + i);
        }
        soon().until(() -> bed.inbox.stored.size() == 40);
        for (int i = 0; i < 40; i++) {
            assertThat(bed.inbox.texts().get(i)).isEqualTo("texte " + i);
        }
    }

    private boolean taken(String msisdn) {
        return smsc.conversation(msisdn).stream().allMatch(text -> text.state() == SimulatedSms.State.TAKEN);
    }

    private List<SmscEvent> deliveries() {
        return smsc.events().stream()
                .filter(event -> event.kind() == Kind.DELIVER_SM)
                .toList();
    }
}
