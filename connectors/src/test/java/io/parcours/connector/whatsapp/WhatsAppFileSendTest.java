package io.parcours.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.WhatsAppBubble;
import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
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

/** A reply with a file, to the simulated Cloud API over HTTP. */
@Timeout(60)
class WhatsAppFileSendTest {

    private static final Subscriber AWA = Subscriber.withNumber("2290197000001", "Awa");
    private static final OutboundFile FORM =
            new OutboundFile("formulaire été.pdf", "application/pdf", "%PDF-1.7\r\n--x".getBytes());

    private final WhatsAppSimulator meta = WhatsAppSimulator.start(new WhatsAppSimAccount(
            Payload.NUMBER_ID,
            "2290170000001",
            WhatsAppTestBed.TOKEN,
            WhatsAppTestBed.APP_SECRET,
            WhatsAppTestBed.VERIFY_TOKEN));
    private final WhatsAppTestBed bed = new WhatsAppTestBed(WhatsAppTestBed.account(meta.url()));

    @BeforeEach
    void theWindowIsOpen() {
        meta.write(Payload.NUMBER_ID, AWA, "Bonjour");
    }

    @AfterEach
    void stop() {
        bed.close();
        meta.close();
    }

    @Test
    void theFileComesBeforeTheTextWithItsButtons() {
        Delivery delivery = send(FORM);
        List<WhatsAppBubble> received = received();
        assertThat(delivery.providerIds()).hasSize(2);
        assertThat(received).hasSize(2);
        assertThat(received.get(0).content().type()).isEqualTo("document");
        assertThat(received.get(0).content().media().fileName()).isEqualTo("formulaire été.pdf");
        assertThat(meta.file(received.get(0).content().media().id()))
                .hasValueSatisfying(octets -> assertThat(octets).isEqualTo(FORM.octets()));
        assertThat(received.get(1).content().choices()).hasSize(2);
    }

    @Test
    void aPictureIsShownAsOne() {
        send(new OutboundFile("plan.png", "image/png", new byte[] {1, 2, 3}));
        assertThat(received().get(0).content().type()).isEqualTo("image");
    }

    @Test
    void whatCannotBeBroughtNowLeavesNothingAndWaits() {
        meta.fileFaults().fail(1);
        assertThatThrownBy(() -> send(FORM)).isInstanceOf(ChannelUnavailable.class);
        assertThat(received()).isEmpty();
        WhatsAppTestBed.soon().until(this::taken);
        assertThat(received()).hasSize(2);
    }

    @Test
    void aKindThatMetaDoesNotTakeIsRefusedAndNothingLeaves() {
        OutboundFile other = new OutboundFile("x.bin", "application/octet-stream", new byte[] {1});
        assertThatThrownBy(() -> send(other)).isInstanceOf(SendRefused.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void aFileThatIsTakenWithoutAnAnswerLeavesTheReplyUnknown() {
        meta.faults().hangUp(1);
        assertThatThrownBy(() -> send(FORM)).isInstanceOf(OutcomeUnknown.class);
    }

    /** The account is left alone for a moment first. */
    private boolean taken() {
        try {
            send(FORM);
            return true;
        } catch (ChannelUnavailable wait) {
            return false;
        }
    }

    private List<WhatsAppBubble> received() {
        return meta.conversation(Payload.NUMBER_ID, AWA).stream()
                .filter(bubble -> !bubble.fromSubscriber())
                .toList();
    }

    private Delivery send(OutboundFile file) {
        return bed.channel.send(new OutboundMessage(
                UUID.randomUUID(),
                "baobab",
                "baobab-wa",
                WhatsAppTestBed.SUBSCRIBER,
                "Est-ce réglé ?",
                List.of(new Choice("q#YES", "Oui"), new Choice("q#NO", "Non")),
                Expectation.CHOICE,
                Optional.empty(),
                "q",
                "fr",
                Optional.of(file)));
    }
}
