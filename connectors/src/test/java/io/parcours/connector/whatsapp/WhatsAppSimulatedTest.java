package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.WhatsAppBubble;
import io.parcours.connector.simulator.WhatsAppContent;
import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Choice;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.SendRefused.Kind;
import io.parcours.conversation.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both ways against the simulated WhatsApp, over HTTP. */
@Timeout(60)
class WhatsAppSimulatedTest {

    private static final Subscriber AWA = Subscriber.withNumber("2290197000001", "Awa Dossou");
    private static final Subscriber KOFI = Subscriber.withoutNumber("BJ.13491208655302741918", "Kofi");

    private final WhatsAppSimulator whatsApp = WhatsAppSimulator.start(new WhatsAppSimAccount(
            Payload.NUMBER_ID,
            "22921000000",
            WhatsAppTestBed.TOKEN,
            WhatsAppTestBed.APP_SECRET,
            WhatsAppTestBed.VERIFY_TOKEN));
    private final WhatsAppTestBed bed = new WhatsAppTestBed(WhatsAppTestBed.account(whatsApp.url()));
    private final WebhookServer server = new WebhookServer(bed);

    @BeforeEach
    void subscribe() {
        whatsApp.faults().statusesAfter(Duration.ofMillis(20));
        whatsApp.subscribe(Payload.NUMBER_ID, server.address() + "/baobab-wa");
        soon().until(() -> whatsApp.subscribed(Payload.NUMBER_ID));
    }

    @AfterEach
    void stop() {
        whatsApp.close();
        server.close();
        bed.close();
    }

    @Test
    void aSubscriberWritesIsAskedTouchesAndReads() {
        whatsApp.write(Payload.NUMBER_ID, AWA, "Ma facture est fausse");
        assertThat(received(1).text()).isEqualTo("Ma facture est fausse");
        assertThat(received(1).from()).isEqualTo("+2290197000001");
        assertThat(received(1).person().name()).isEqualTo("Awa Dossou");

        String id =
                bed.channel.send(question("+2290197000001", 3)).providerIds().get(0);
        whatsApp.handset(Payload.NUMBER_ID, AWA).choose(id, "q#2");
        assertThat(received(2).choice()).contains("q#2");
        assertThat(received(2).text()).isEqualTo("Choix 2");

        whatsApp.handset(Payload.NUMBER_ID, AWA).open();
        soon().until(() -> bed.inbox.receipts.stream()
                .anyMatch(receipt -> receipt.providerId().equals(id) && receipt.state() == DeliveryState.READ));
    }

    @Test
    void aListIsShownAndItsRowComesBack() {
        whatsApp.write(Payload.NUMBER_ID, AWA, "Bonjour");
        received(1);
        String id =
                bed.channel.send(question("+2290197000001", 7)).providerIds().get(0);
        WhatsAppBubble shown = last(AWA);
        assertThat(shown.content().listLabel()).isEqualTo("Choisir");
        assertThat(shown.content().choices()).hasSize(7);
        whatsApp.handset(Payload.NUMBER_ID, AWA).choose(id, "q#6");
        assertThat(received(2).choice()).contains("q#6");
    }

    @Test
    void aPreviewShowsWhatTheHandsetWillShow() {
        whatsApp.write(Payload.NUMBER_ID, AWA, "Bonjour");
        received(1);
        for (int choices : new int[] {0, 3, 7, 12}) {
            OutboundMessage message = question("+2290197000001", choices);
            Preview preview = bed.channel.preview(message).orElseThrow();
            bed.channel.send(message);

            WhatsAppBubble shown = last(AWA);
            assertThat(preview.texts()).containsExactly(shown.text());
            assertThat(preview.choices())
                    .containsExactlyElementsOf(shown.content().choices().stream()
                            .map(WhatsAppContent.Choice::title)
                            .toList());
            assertThat(Optional.ofNullable(preview.opener()).orElse(""))
                    .isEqualTo(shown.content().listLabel());
        }
    }

    @Test
    void aSubscriberWithoutANumberIsAnsweredToo() {
        whatsApp.write(Payload.NUMBER_ID, KOFI, "Bonjour");
        assertThat(received(1).from()).isEqualTo("BJ.13491208655302741918");
        bed.sendTo(received(1).from(), "Bonjour Kofi");
        assertThat(last(KOFI).text()).isEqualTo("Bonjour Kofi");
    }

    @Test
    void picturesPlacesAndWhatIsUnsupportedArrive() {
        whatsApp.handset(Payload.NUMBER_ID, AWA).sendImage(new byte[] {1}, "image/png", "Ma facture");
        assertThat(received(1).text()).isEqualTo("Ma facture");
        assertThat(received(1).attachment().map(Attachment::mimeType)).contains("image/png");
        whatsApp.handset(Payload.NUMBER_ID, AWA).sendLocation(6.37, 2.39, "Cotonou", "Bénin");
        assertThat(received(2).attachment().map(Attachment::latitude)).contains(6.37);
        whatsApp.handset(Payload.NUMBER_ID, AWA).sendUnsupported();
        assertThat(received(3).attachment().map(Attachment::type)).contains("unsupported");
    }

    @Test
    void afterADayOnlyATemplateThatMetaKnowsLeaves() {
        whatsApp.approve("complaint_solved", "fr", 1);
        whatsApp.write(Payload.NUMBER_ID, AWA, "Bonjour");
        received(1);
        whatsApp.age(AWA, Duration.ofHours(25));
        assertRefused(() -> bed.send("Résolu"), Kind.WINDOW_CLOSED, "131047");
        assertThat(bed.channel.send(template("complaint_solved")).providerIds()).hasSize(1);
        assertRefused(() -> bed.channel.send(template("never_approved")), Kind.NO_TEMPLATE, "132001");
    }

    @Test
    void aWindowThatClosesAfterTheAnswerIsToldByAReceipt() {
        whatsApp.faults().failLater(true);
        String id = bed.send("Bonjour").providerIds().get(0);
        soon().until(() -> !bed.inbox.receipts.isEmpty());
        assertThat(bed.inbox.receipts.get(0))
                .extracting(Receipt::providerId, Receipt::errorCode, Receipt::refusal)
                .containsExactly(id, "131047", Kind.WINDOW_CLOSED);
    }

    @Test
    void somebodyWhoIsNotOnWhatsAppIsNotHere() {
        whatsApp.notOnWhatsApp(AWA);
        assertRefused(() -> bed.send("Bonjour"), Kind.NOT_HERE, "131026");
    }

    @Test
    void whileWhatsAppIsDownSendsWaitAndAreTakenAfterwards() {
        whatsApp.write(Payload.NUMBER_ID, AWA, "Bonjour");
        received(1);
        whatsApp.faults().down();
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        whatsApp.faults().up();
        soon().ignoreExceptions().until(() -> !bed.send("Bonjour").providerIds().isEmpty());
    }

    @Test
    void anAnswerThatIsLostIsUnknown() {
        whatsApp.write(Payload.NUMBER_ID, AWA, "Bonjour");
        received(1);
        whatsApp.faults().hangUp(1);
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void copiesAndBatchesAndAnInboxThatFailsLoseAndDoubleNothing() {
        whatsApp.faults().repeatEach(3);
        whatsApp.faults().batch(5);
        whatsApp.faults().redeliverAfter(Duration.ofMillis(20));
        bed.inbox.failures.set(4);
        IntStream.range(0, 20).forEach(i -> whatsApp.write(Payload.NUMBER_ID, AWA, "Texte " + i));
        soon().until(() -> bed.inbox.stored.size() == 20);
        assertThat(bed.inbox.texts())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "Texte " + i).toList());
    }

    @Test
    void aForgedWebhookIsRefusedAndTheTrueOneIsStored() {
        whatsApp.faults().signWrongly(1);
        whatsApp.faults().redeliverAfter(Duration.ofMillis(20));
        whatsApp.write(Payload.NUMBER_ID, AWA, "Bonjour");
        received(1);
        assertThat(bed.registry
                        .get("parcours.whatsapp.webhook")
                        .tag("status", "401")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private InboundMessage received(int number) {
        soon().until(() -> bed.inbox.stored.size() >= number);
        return bed.inbox.stored.get(number - 1);
    }

    private WhatsAppBubble last(Subscriber subscriber) {
        List<WhatsAppBubble> conversation = whatsApp.conversation(Payload.NUMBER_ID, subscriber);
        return conversation.get(conversation.size() - 1);
    }

    private static OutboundMessage question(String to, int choices) {
        List<Choice> all = IntStream.range(0, choices)
                .mapToObj(i -> new Choice("q#" + i, "Choix " + i))
                .toList();
        return new OutboundMessage(UUID.randomUUID(), "baobab", "baobab-wa", to, "Lequel ?", all);
    }

    private static OutboundMessage template(String name) {
        return new OutboundMessage(
                UUID.randomUUID(),
                "baobab",
                "baobab-wa",
                "+2290197000001",
                "Texte",
                List.of(),
                Optional.of(new Template(name, "fr", List.of("PA-2026-000001"))));
    }

    private static void assertRefused(Runnable send, Kind kind, String code) {
        assertThatThrownBy(send::run).isInstanceOfSatisfying(SendRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.code()).isEqualTo(code);
        });
    }
}
