package io.parcours.connector.messenger;

import static io.parcours.connector.messenger.MessengerTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.simulator.MessengerBubble;
import io.parcours.connector.simulator.MessengerHandset;
import io.parcours.connector.simulator.MessengerLedger.Accepted;
import io.parcours.connector.simulator.MessengerSimAccount;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.web.ServletServer;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Choice;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.SendRefused.Kind;
import io.parcours.conversation.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both ways against the simulated Messenger, over HTTP, with two operators' pages. */
@Timeout(60)
class MessengerSimulatedTest {

    private static final String OTHER_PAGE = "400500600";

    private final MessengerSimulator messenger = MessengerSimulator.start(
            new MessengerSimAccount(
                    Payload.PAGE_ID,
                    MessengerTestBed.TOKEN,
                    MessengerTestBed.APP_SECRET,
                    MessengerTestBed.VERIFY_TOKEN),
            new MessengerSimAccount(OTHER_PAGE, "other-token", "other-secret", "other-verify"));
    private final MessengerTestBed bed = new MessengerTestBed(
            MessengerTestBed.account(messenger.url()).with(MessengerTestBed.quick(true)),
            MessengerAccount.of("karite", "karite-page", OTHER_PAGE, "other-token", "other-secret", "other-verify")
                    .at(messenger.url()));
    private final ServletServer server = bed.server();
    private final MessengerHandset awa = messenger.handset(Payload.PAGE_ID, "Awa");

    @BeforeEach
    void subscribe() {
        messenger.faults().statusesAfter(Duration.ofMillis(20));
        messenger.subscribe(Payload.PAGE_ID, server.address() + "/baobab-page");
        messenger.subscribe(OTHER_PAGE, server.address() + "/karite-page");
        soon().until(() -> messenger.subscribed(Payload.PAGE_ID) && messenger.subscribed(OTHER_PAGE));
    }

    @AfterEach
    void stop() {
        messenger.close();
        server.close();
        bed.close();
    }

    @Test
    void aSubscriberWritesIsAskedPressesAndReads() {
        awa.write("Ma facture est fausse");
        assertThat(received(1).text()).isEqualTo("Ma facture est fausse");
        assertThat(received(1).from()).isEqualTo(awa.psid());

        String id = ask(3);
        assertThat(last().buttons()).isTrue();
        awa.choose(id, "q#2");
        assertThat(received(2).choice()).contains("q#2");
        assertThat(received(2).text()).isEqualTo("Choix 2");

        soon().until(() ->
                bed.inbox.receipts.stream().map(Receipt::providerId).toList().contains(id));
        Instant said = awa.conversation().get(1).at();
        awa.open();
        soon().until(() -> bed.inbox.watermarks.stream()
                .anyMatch(mark -> mark.state() == DeliveryState.READ
                        && mark.address().equals(awa.psid())
                        && !mark.until().isBefore(said.minusMillis(1))));
        assertThat(bed.inbox.notices).as("our own words told back").isEmpty();
    }

    @Test
    void quickRepliesAreShownAndTheOneTouchedComesBack() {
        String id = askFirst(7);
        assertThat(last().choices()).hasSize(7);
        awa.choose(id, "q#6");
        assertThat(received(2).choice()).contains("q#6");
        assertThatThrownBy(() -> awa.choose(id, "q#6")).hasMessageContaining("gone");
    }

    @Test
    void aLongTextArrivesWholeInItsPieces() {
        awa.write("Bonjour");
        received(1);
        assertThat(send("mot ".repeat(900)).size()).isEqualTo(2);
        assertThat(awa.conversation().stream()
                        .filter(bubble -> !bubble.fromSubscriber())
                        .map(MessengerBubble::text)
                        .reduce((a, b) -> a + " " + b))
                .contains("mot ".repeat(900).strip());
    }

    @Test
    void whoComesByOurLinkIsKnownWhetherTheyCameBeforeOrNot() {
        UUID customer = UUID.randomUUID();
        String reference =
                bed.channel.invitation("baobab", customer).orElseThrow().replaceFirst(".*ref=", "");
        awa.comeBy(reference);
        assertThat(received(1).person().customer()).isEqualTo(customer);
        assertThat(received(1).attachment().map(Attachment::type)).contains("referral");
        awa.comeBy(reference);
        assertThat(received(2).person().customer()).isEqualTo(customer);
        messenger.handset(OTHER_PAGE, "Awa").comeBy(reference);
        assertThat(received(3).person().customer())
                .as("at another operator's page")
                .isNull();
        assertThat(received(3).tenant()).isEqualTo("karite");
        assertThat(send("Bonjour")).as("coming opens the window").hasSize(1);
    }

    @Test
    void picturesPlacesThumbsAndWhatIsUnsupportedArrive() {
        awa.sendImage(new byte[] {1}, "image/png");
        assertThat(received(1).attachment().orElseThrow().mediaId()).startsWith(messenger.url());
        awa.sendLocation(6.37, 2.39);
        assertThat(received(2).attachment().map(Attachment::latitude)).contains(6.37);
        awa.sendThumb();
        assertThat(received(3).attachment().map(Attachment::type)).contains("sticker");
        awa.sendUnsupported();
        assertThat(received(4).attachment().map(Attachment::type)).contains("unsupported");
    }

    @Test
    void eachPageKnowsThePersonByAnotherIdAndOnlyThatOneReachesThem() {
        MessengerHandset elsewhere = messenger.handset(OTHER_PAGE, "Awa");
        awa.write("Bonjour");
        elsewhere.write("Bonsoir");
        soon().until(() -> bed.inbox.stored.size() == 2);
        assertThat(elsewhere.psid()).isNotEqualTo(awa.psid());
        assertThat(bed.inbox.stored)
                .extracting(each -> each.tenant() + " " + each.from())
                .containsExactlyInAnyOrder("baobab " + awa.psid(), "karite " + elsewhere.psid());
        assertRefused(() -> bed.sendTo(elsewhere.psid(), "Bonjour"), Kind.NOT_HERE, "100");
    }

    @Test
    void afterADayOnlyAUtilityTemplateThatMetaKnowsLeaves() {
        messenger.approve("complaint_solved", "fr", "Dossier {{1}} résolu.");
        awa.write("Bonjour");
        received(1);
        awa.age(Duration.ofHours(25));
        assertRefused(() -> send("Résolu"), Kind.WINDOW_CLOSED, "10");
        bed.channel.send(MessengerTestBed.template(awa.psid(), "complaint_solved", "PA-2026-000001"));
        assertThat(last().text()).isEqualTo("Dossier PA-2026-000001 résolu.");
        assertRefused(
                () -> bed.channel.send(MessengerTestBed.template(awa.psid(), "never_approved", "x")),
                Kind.NO_TEMPLATE,
                "100");
    }

    @Test
    void whatAPersonWroteLeavesForSevenDaysAndSaysThatItIsTheirs() {
        awa.write("Bonjour");
        received(1);
        awa.age(Duration.ofHours(47));
        assertRefused(() -> send("Votre dossier avance"), Kind.WINDOW_CLOSED, "10");

        bed.channel.send(MessengerTestBed.late(awa.psid(), "Je m'en occupe, dit Fatou", new Choice("q#1", "Merci")));
        assertThat(last().text()).isEqualTo("Je m'en occupe, dit Fatou");
        assertThat(messenger.ledger().accepted())
                .extracting(Accepted::messagingType)
                .containsExactly("MESSAGE_TAG");

        awa.age(Duration.ofDays(6));
        assertRefused(() -> bed.channel.send(MessengerTestBed.late(awa.psid(), "Trop tard")), Kind.WINDOW_CLOSED, "10");
        assertThat(bed.state().works()).isTrue();
    }

    @Test
    void anAppWithoutTheFeatureIsNoAccountThatIsDown() {
        messenger.faults().humanAgent(false);
        awa.write("Bonjour");
        received(1);
        assertRefused(() -> bed.channel.send(MessengerTestBed.late(awa.psid(), "Bonjour")), Kind.WINDOW_CLOSED, "10");
        assertThat(bed.state().works()).isTrue();
        assertThat(send("Bonjour")).hasSize(1);
    }

    @Test
    void onlyAnAccountThatSaysSoHasMoreTimeForWhatAPersonWrote() {
        assertThat(bed.channel.replyWindow("baobab", "baobab-page")).contains(Duration.ofHours(24));
        try (MessengerTestBed granted = new MessengerTestBed(
                MessengerTestBed.account(messenger.url()).with(MessengerTestBed.quick(false, true)))) {
            assertThat(granted.channel.replyWindow("baobab", "baobab-page")).contains(Duration.ofDays(7));
            assertThat(granted.channel.freeTextWindow()).contains(Duration.ofHours(24));
        }
    }

    @Test
    void whoBlockedThePageIsNotHere() {
        awa.write("Bonjour");
        received(1);
        awa.block(true);
        assertRefused(() -> send("Bonjour"), Kind.NOT_HERE, "551");
    }

    @Test
    void whatIsWrittenByHandInThePagesInboxIsKeptAndAnswersNothing() {
        awa.write("Bonjour");
        received(1);
        messenger.writeByHand(Payload.PAGE_ID, "Awa", "Je m'en occupe");
        soon().until(() -> !bed.inbox.notices.isEmpty());
        assertThat(bed.inbox.reasons()).containsExactly("written by others in the page’s name");
        assertThat(bed.inbox.stored).hasSize(1);
    }

    @Test
    void aPageThatMetaBlocksWaitsUntilItNoLongerDoes() {
        awa.write("Bonjour");
        received(1);
        messenger.enforcePolicy(Payload.PAGE_ID, true);
        soon().until(() -> !bed.state().works());
        assertThatThrownBy(() -> send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.channel.states().get(1).works())
                .as("the other operator's")
                .isTrue();
        messenger.enforcePolicy(Payload.PAGE_ID, false);
        soon().until(() -> bed.state().works());
        assertThat(send("Bonjour")).hasSize(1);
    }

    @Test
    void whileMessengerIsDownSendsWaitAndAreTakenAfterwards() {
        awa.write("Bonjour");
        received(1);
        messenger.faults().down();
        assertThatThrownBy(() -> send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        messenger.faults().up();
        soon().ignoreExceptions().until(() -> !send("Bonjour").isEmpty());
    }

    @Test
    void anAnswerThatIsLostIsUnknown() {
        awa.write("Bonjour");
        received(1);
        messenger.faults().hangUp(1);
        assertThatThrownBy(() -> send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
        assertThat(messenger.ledger().acceptedCount()).isEqualTo(1);
    }

    @Test
    void copiesAndBatchesAndAnInboxThatFailsLoseAndDoubleNothing() {
        messenger.faults().repeatEach(3);
        messenger.faults().batch(5);
        messenger.faults().redeliverAfter(Duration.ofMillis(20));
        bed.inbox.failures.set(4);
        IntStream.range(0, 20).forEach(i -> awa.write("Texte " + i));
        soon().until(() -> bed.inbox.stored.size() == 20);
        assertThat(bed.inbox.texts())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "Texte " + i).toList());
    }

    @Test
    void receiptsInTheWrongOrderArriveAll() {
        awa.write("Bonjour");
        received(1);
        messenger.faults().shuffle(true);
        messenger.faults().readAlways(true);
        String id = send("Bonjour").get(0);
        soon().until(() ->
                bed.inbox.receipts.stream().map(Receipt::providerId).toList().contains(id));
        assertThat(bed.inbox.watermarks).extracting(Watermark::state).contains(DeliveryState.READ);
    }

    @Test
    void aForgedWebhookIsRefusedAndTheTrueOneIsStored() {
        messenger.faults().signWrongly(1);
        messenger.faults().redeliverAfter(Duration.ofMillis(20));
        awa.write("Bonjour");
        received(1);
        assertThat(bed.registry
                        .get("parcours.messenger.webhook")
                        .tag("status", "401")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private String askFirst(int choices) {
        awa.write("Bonjour");
        received(1);
        return ask(choices);
    }

    private String ask(int choices) {
        Choice[] all = IntStream.range(0, choices)
                .mapToObj(i -> new Choice("q#" + i, "Choix " + i))
                .toArray(Choice[]::new);
        return bed.sendTo(awa.psid(), "Lequel ?", all).providerIds().get(0);
    }

    private List<String> send(String text) {
        return bed.sendTo(awa.psid(), text).providerIds();
    }

    private InboundMessage received(int number) {
        soon().until(() -> bed.inbox.stored.size() >= number);
        return bed.inbox.stored.get(number - 1);
    }

    private MessengerBubble last() {
        List<MessengerBubble> conversation = awa.conversation();
        return conversation.get(conversation.size() - 1);
    }

    private static void assertRefused(Runnable send, Kind kind, String code) {
        assertThatThrownBy(send::run).isInstanceOfSatisfying(SendRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.code()).isEqualTo(code);
        });
    }
}
