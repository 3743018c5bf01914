package io.parcours.connector.telegram;

import static io.parcours.connector.telegram.TelegramTestBed.BOT_ID;
import static io.parcours.connector.telegram.TelegramTestBed.SECRET_TOKEN;
import static io.parcours.connector.telegram.TelegramTestBed.TOKEN;
import static io.parcours.connector.telegram.TelegramTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.simulator.TelegramBubble;
import io.parcours.connector.simulator.TelegramHandset;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.web.ServletServer;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Choice;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.SendRefused.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both ways against the simulated Telegram, over HTTP, with updates that are brought. */
@Timeout(60)
class TelegramSimulatedTest {

    private static final TelegramPerson AWA = new TelegramPerson(9_100_001, "Awa", "Dossou", "fr", "2290197000001");
    private static final TelegramPerson JOHN = new TelegramPerson(9_100_002, "John", null, "en-GB", "2290197000002");

    private final TelegramSimulator telegram =
            TelegramSimulator.start(new TelegramSimAccount(TOKEN, "baobab_bot", "Baobab"));
    private final TelegramTestBed bed = new TelegramTestBed(TelegramTestBed.account(telegram.url()));
    private final ServletServer server = bed.server();
    private final TelegramHandset awa = telegram.handset(BOT_ID, AWA);

    @BeforeEach
    void subscribe() {
        telegram.faults().redeliverAfter(Duration.ofMillis(20));
        telegram.subscribe(BOT_ID, server.address() + "/baobab-bot", SECRET_TOKEN);
    }

    @AfterEach
    void stop() {
        telegram.close();
        server.close();
        bed.close();
    }

    @Test
    void aPersonStartsIsGreetedSharesTheirNumberAndIsThanked() {
        awa.start(null);
        assertThat(received(1).attachment()).contains(Attachment.coming("start"));
        soon().until(() -> awa.contactButton().equals("Partager mon numéro"));
        assertThat(last(awa).text()).startsWith("Bonjour !").contains("Partagez votre numéro");

        awa.shareContact();
        assertThat(received(2).person().msisdn()).isEqualTo("+2290197000001");
        soon().until(() -> last(awa).text().startsWith("Merci"));
        assertThat(awa.contactButton()).isEmpty();
    }

    @Test
    void whoseTelegramSpeaksEnglishIsGreetedInEnglish() {
        TelegramHandset john = telegram.handset(BOT_ID, JOHN);
        john.start(null);
        soon().until(() -> john.contactButton().equals("Share my number"));
        assertThat(last(john).text()).startsWith("Hello!");
    }

    @Test
    void aQuestionIsAnsweredAtATouchAndShowsWhatWasChosen() {
        awa.write("Ma facture est fausse");
        received(1);
        bed.sendTo("9100001", "Lequel ?", new Choice("q#BILL", "Facturation"), new Choice("q#NET", "Réseau"));
        TelegramBubble question = last(awa);
        assertThat(question.keyboard()).hasSize(1);

        awa.press(question.id(), "q#NET");
        assertThat(received(2).choice()).contains("q#NET");
        assertThat(received(2).text()).isEqualTo("Réseau");
        soon().until(() -> !awa.waits());
        soon().until(() -> keyboard(question).equals(List.of(List.of(new TelegramBubble.Button("✓ Réseau", "-")))));

        awa.press(question.id(), "-");
        soon().until(() -> !awa.waits());
        assertThat(bed.inbox.stored).hasSize(2);
    }

    @Test
    void picturesVoicesPlacesAndContactsOfOthersArrive() {
        awa.sendPhoto(new byte[] {1, 2, 3, 4}, "Ma facture");
        Attachment photo = received(1).attachment().orElseThrow();
        assertThat(received(1).text()).isEqualTo("Ma facture");
        assertThat(telegram.file(photo.mediaId())).contains(new byte[] {1, 2, 3, 4});
        awa.sendVoice(new byte[] {5});
        assertThat(received(2).attachment().map(Attachment::type)).contains("audio");
        awa.sendLocation(6.37, 2.39);
        assertThat(received(3).attachment().map(Attachment::latitude)).contains(6.37);
        awa.sendContact("2290197000002", "Kofi", 9_100_002L);
        assertThat(received(4).person().msisdn()).isNull();
    }

    @Test
    void whoBlocksTheBotIsNotHereUntilTheyWriteAgain() {
        awa.write("Bonjour");
        received(1);
        awa.block(true);
        soon().until(() -> bed.inbox.reasons().stream().anyMatch("blocked the bot"::equals));
        assertRefused(() -> bed.sendTo("9100001", "Bonjour"), "blocked");
        awa.write("Me revoilà");
        received(2);
        soon().ignoreExceptions()
                .until(() -> !bed.sendTo("9100001", "Bonjour").providerIds().isEmpty());
    }

    @Test
    void whoNeverCameIsNotHere() {
        assertRefused(() -> bed.sendTo("9100009", "Bonjour"), "chat-not-found");
        telegram.handset(BOT_ID, JOHN);
        assertRefused(() -> bed.sendTo("9100002", "Bonjour"), "not-started");
    }

    @Test
    void aGroupIsLeft() {
        long group = awa.takeIntoGroup("Famille");
        soon().until(() -> !telegram.inGroup(BOT_ID, group));
        assertThat(bed.inbox.reasons()).containsExactly("taken into a group");
    }

    @Test
    void aFloodWaitsAndNothingIsLostToIt() {
        awa.write("Bonjour");
        received(1);
        telegram.faults().floodNext(1, 1);
        assertThatThrownBy(() -> bed.sendTo("9100001", "Bonjour"))
                .isInstanceOfSatisfying(ChannelUnavailable.class, wait -> assertThat(
                                wait.pause().orElseThrow())
                        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(1)));
        soon().ignoreExceptions()
                .until(() -> !bed.sendTo("9100001", "Bonjour").providerIds().isEmpty());
        assertThat(telegram.ledger().acceptedCount()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsLostOrSlowIsUnknown() {
        awa.write("Bonjour");
        received(1);
        telegram.faults().hangUp(1);
        assertThatThrownBy(() -> bed.sendTo("9100001", "Bonjour")).isInstanceOf(OutcomeUnknown.class);
        telegram.faults().answerAfter(Duration.ofSeconds(2));
        soon().until(() -> {
            assertThatThrownBy(() -> bed.sendTo("9100001", "Bonjour")).isNotInstanceOf(SendRefused.class);
            return telegram.ledger().acceptedCount() == 2;
        });
    }

    @Test
    void whileTelegramIsDownNothingThatWasSentIsForgotten() {
        awa.write("Bonjour");
        received(1);
        telegram.faults().down();
        assertThatThrownBy(() -> bed.sendTo("9100001", "Bonjour")).isInstanceOf(OutcomeUnknown.class);
        telegram.faults().up();
        soon().ignoreExceptions()
                .until(() -> !bed.sendTo("9100001", "Bonjour").providerIds().isEmpty());
    }

    @Test
    void copiesAndAnInboxThatFailsLoseAndDoubleNothing() {
        telegram.faults().repeatEach(3);
        bed.inbox.failures.set(4);
        IntStream.range(0, 20).forEach(i -> awa.write("Texte " + i));
        soon().until(() -> telegram.ledger().acknowledgedCount() == 60);
        assertThat(bed.inbox.texts())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "Texte " + i).toList());
    }

    @Test
    void aForgedUpdateIsRefusedAndTheTrueOneIsStored() {
        telegram.faults().signWrongly(1);
        awa.write("Bonjour");
        received(1);
        assertThat(bed.registry
                        .get("parcours.telegram.webhook")
                        .tag("status", "401")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private InboundMessage received(int number) {
        soon().until(() -> bed.inbox.stored.size() >= number);
        return bed.inbox.stored.get(number - 1);
    }

    private List<List<TelegramBubble.Button>> keyboard(TelegramBubble message) {
        return awa.conversation().stream()
                .filter(bubble -> bubble.id() == message.id())
                .findFirst()
                .orElseThrow()
                .keyboard();
    }

    private static TelegramBubble last(TelegramHandset handset) {
        List<TelegramBubble> conversation = handset.conversation();
        return conversation.get(conversation.size() - 1);
    }

    private static void assertRefused(Runnable send, String code) {
        assertThatThrownBy(send::run).isInstanceOfSatisfying(SendRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.NOT_HERE);
            assertThat(refused.code()).isEqualTo(code);
        });
    }
}
