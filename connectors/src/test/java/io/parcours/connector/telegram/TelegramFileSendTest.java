package io.parcours.connector.telegram;

import static io.parcours.connector.telegram.TelegramTestBed.BOT_ID;
import static io.parcours.connector.telegram.TelegramTestBed.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.TelegramBubble;
import io.parcours.connector.simulator.TelegramHandset;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundFile;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reply with a file, to the simulated Telegram over HTTP. */
@Timeout(60)
class TelegramFileSendTest {

    private static final TelegramPerson AWA = new TelegramPerson(9_100_001, "Awa", "Dossou", "fr", "2290197000001");
    private static final OutboundFile FORM =
            new OutboundFile("formulaire.pdf", "application/pdf", "%PDF-1.7\r\n--x".getBytes());

    private final TelegramSimulator telegram =
            TelegramSimulator.start(new TelegramSimAccount(TOKEN, "baobab_bot", "Baobab"));
    private final TelegramTestBed bed = new TelegramTestBed(TelegramTestBed.account(telegram.url()));
    private final TelegramHandset awa = telegram.handset(BOT_ID, AWA);

    @BeforeEach
    void sheCame() {
        awa.start(null);
    }

    @AfterEach
    void stop() {
        telegram.close();
        bed.close();
    }

    @Test
    void theFileComesBeforeTheTextWithItsButtons() {
        Delivery delivery = send(FORM);
        assertThat(delivery.providerIds()).hasSize(2);
        assertThat(received()).extracting(TelegramBubble::type).containsExactly("document", "text");
        assertThat(received().get(0).text()).isEqualTo("formulaire.pdf");
        assertThat(received().get(1).keyboard()).isNotEmpty();
    }

    @Test
    void aPictureIsShownAsOne() {
        send(new OutboundFile("plan.png", "image/png", new byte[] {1, 2, 3}));
        assertThat(received().get(0).type()).isEqualTo("photo");
    }

    @Test
    void whoBlockedTheBotGetsNeither() {
        awa.block(true);
        assertThatThrownBy(() -> send(FORM)).isInstanceOf(SendRefused.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void aSilentBotWaitsWithBoth() {
        telegram.faults().floodNext(1, 2);
        assertThatThrownBy(() -> send(FORM)).isInstanceOf(ChannelUnavailable.class);
        assertThat(received()).isEmpty();
    }

    private List<TelegramBubble> received() {
        return awa.conversation().stream()
                .filter(bubble -> !bubble.fromSubscriber())
                .toList();
    }

    private Delivery send(OutboundFile file) {
        return bed.channel.send(new OutboundMessage(
                UUID.randomUUID(),
                "baobab",
                "baobab-bot",
                String.valueOf(AWA.id()),
                "Est-ce réglé ?",
                List.of(new Choice("q#YES", "Oui"), new Choice("q#NO", "Non")),
                Expectation.CHOICE,
                Optional.empty(),
                "q",
                "fr",
                Optional.of(file)));
    }
}
