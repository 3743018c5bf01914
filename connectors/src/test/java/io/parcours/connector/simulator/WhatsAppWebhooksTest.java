package io.parcours.connector.simulator;

import static io.parcours.connector.simulator.WhatsAppTestBed.AWA;
import static io.parcours.connector.simulator.WhatsAppTestBed.HIDDEN;
import static io.parcours.connector.simulator.WhatsAppTestBed.NUMBER;
import static io.parcours.connector.simulator.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.WhatsAppBubble.State;
import io.parcours.connector.simulator.WhatsAppEvent.Kind;
import io.parcours.connector.simulator.WhatsAppLedger.Acknowledged;
import io.parcours.connector.simulator.WhatsAppTestBed.Post;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the platform is told, in which order, and what happens where it does not listen. */
@Timeout(30)
class WhatsAppWebhooksTest {

    private final WhatsAppTestBed bed = WhatsAppTestBed.subscribed();
    private final WhatsAppSimulator whatsApp = bed.whatsApp;

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void nothingIsToldBeforeThePlatformHasShakenHands() {
        try (WhatsAppTestBed stranger = new WhatsAppTestBed()) {
            stranger.whatsApp.faults().redeliverAfter(Duration.ofMillis(10));
            stranger.verifyToken = "somebody else's";
            stranger.whatsApp.write(NUMBER, AWA, "Bonjour");
            stranger.whatsApp.subscribe(NUMBER, stranger.startPlatform(0));
            soon().until(() -> refusals(stranger) > 1);
            assertThat(stranger.whatsApp.subscribed(NUMBER)).isFalse();
            assertThat(stranger.posts).isEmpty();
            assertThat(stranger.awa().conversation().get(0).state()).isEqualTo(State.WAITING);
            stranger.verifyToken = "verify me";
            soon().until(() -> stranger.awa().conversation().get(0).state() == State.TAKEN);
            assertThat(stranger.posts).hasSize(1);
        }
    }

    @Test
    void theSignatureIsMadeOfExactlyTheBytesSent() throws Exception {
        whatsApp.write(NUMBER, AWA, "Ma facture est erronée €€ 😀");
        soon().until(() -> bed.posts.size() == 1);
        Post post = bed.posts.get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(post.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(post.bytes())));
        assertThat(post.messages().get(0).path("text").path("body").asText()).isEqualTo("Ma facture est erronée €€ 😀");
        assertThat(new String(post.bytes(), StandardCharsets.ISO_8859_1))
                .as("Meta escapes what is not ASCII")
                .matches("\\p{ASCII}*");
    }

    @Test
    void aWrongSignatureIsRightTheNextTime() {
        whatsApp.faults().signWrongly(1);
        bed.nextAnswers.add(401);
        whatsApp.write(NUMBER, AWA, "Bonjour");
        soon().until(() -> whatsApp.ledger().acknowledgedCount() == 1);
        assertThat(bed.refused.get(0).bytes()).isEqualTo(bed.posts.get(0).bytes());
        assertThat(bed.refused.get(0).signature()).isNotEqualTo(bed.posts.get(0).signature());
        assertThat(whatsApp.ledger().acknowledged())
                .extracting(Acknowledged::attempts)
                .containsExactly(2);
    }

    @Test
    void whatThePlatformDoesNotTakeComesAgainInOrder() {
        bed.nextAnswers.addAll(List.of(503, 500, 404));
        List<String> written =
                IntStream.range(0, 5).mapToObj(i -> bed.awa().write("n° " + i)).toList();
        soon().until(() -> whatsApp.ledger().acknowledgedCount() == 5);
        assertThat(bed.messages())
                .extracting(message -> message.path("id").asText())
                .containsExactlyElementsOf(written);
        assertThat(whatsApp.ledger().acknowledged().get(0).attempts()).isEqualTo(4);
        assertThat(bed.posts).hasSize(5);
        soon().until(() -> bed.awa().conversation().stream().allMatch(bubble -> bubble.state() == State.TAKEN));
    }

    @Test
    void oneSubscribersRefusedMessageDoesNotHoldUpAnother() {
        whatsApp.faults().redeliverAfter(Duration.ofSeconds(30));
        bed.nextAnswers.add(503);
        bed.awa().write("Bonjour");
        soon().until(() -> whatsApp.events().stream().anyMatch(event -> event.status() == 503));
        whatsApp.write(NUMBER, HIDDEN, "Bonsoir");
        soon().until(() -> bed.posts.size() == 1);
        assertThat(bed.messages().get(0).path("from_user_id").asText()).isEqualTo(HIDDEN.userId());
    }

    @Test
    void statusesFollowAndReadingNeedsAnOpenHandset() {
        bed.awa().write("Bonjour");
        String id = bed.text(AWA.waId(), "Votre motif ?").id();
        soon().until(() -> bed.statuses(id).contains("delivered"));
        assertThat(bed.statuses(id)).containsExactly("sent", "delivered");
        assertThat(bed.awa().conversation().get(1).state()).isEqualTo(State.DELIVERED);
        bed.awa().open();
        soon().until(() -> bed.statuses(id).contains("read"));
        String next = bed.text(AWA.waId(), "Alors ?").id();
        soon().until(() -> bed.statuses(next).size() == 3);
        assertThat(bed.statuses(next)).containsExactly("sent", "delivered", "read");
        assertThat(bed.statuses(id)).containsExactly("sent", "delivered", "read");
        bed.awa().close();
        String unread = bed.text(AWA.waId(), "Bonne soirée").id();
        soon().until(() -> bed.statuses(unread).contains("delivered"));
        assertThat(bed.awa().conversation().get(3).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void aSubscriberWithoutNumberIsToldOfByUserIdAlone() {
        whatsApp.write(NUMBER, HIDDEN, "Bonjour");
        soon().until(() -> bed.posts.size() == 1);
        JsonNode contact = bed.posts.get(0).json().findValue("contacts").path(0);
        assertThat(contact.path("user_id").asText()).isEqualTo(HIDDEN.userId());
        assertThat(contact.has("wa_id")).isFalse();
        assertThat(bed.messages().get(0).has("from")).isFalse();
        String id = bed.post("""
                        {"messaging_product": "whatsapp", "recipient": "%s", "type": "text",
                         "text": {"body": "oui"}, "biz_opaque_callback_data": "send-7"}""".formatted(HIDDEN.userId())).id();
        soon().until(() -> bed.statuses(id).size() == 2);
        JsonNode status = bed.posts.get(1).statuses().get(0);
        assertThat(status.path("recipient_user_id").asText()).isEqualTo(HIDDEN.userId());
        assertThat(status.has("recipient_id")).isFalse();
        assertThat(status.path("biz_opaque_callback_data").asText()).isEqualTo("send-7");
    }

    @Test
    void aSubscriberWithBothIsOnePersonHoweverAddressed() {
        whatsApp.write(NUMBER, new Subscriber(AWA.waId(), "BJ.77", "Awa"), "Bonjour");
        soon().until(() -> bed.posts.size() == 1);
        assertThat(bed.messages().get(0).path("from").asText()).isEqualTo(AWA.waId());
        assertThat(bed.messages().get(0).path("from_user_id").asText()).isEqualTo("BJ.77");
        assertThat(bed.text(AWA.waId(), "oui").status()).isEqualTo(200);
        assertThat(whatsApp.conversation(NUMBER, Subscriber.withoutNumber("BJ.77", null)))
                .hasSize(2);
    }

    @Test
    void doublesComeAsOftenAsTold() {
        whatsApp.faults().repeatEach(3);
        String id = bed.awa().write("Bonjour");
        soon().until(() -> whatsApp.ledger().acknowledgedCount() == 3);
        assertThat(bed.messages())
                .extracting(message -> message.path("id").asText())
                .containsExactly(id, id, id);
        assertThat(whatsApp.ledger().acknowledged())
                .extracting(Acknowledged::copy)
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThatThrownBy(() -> whatsApp.faults().repeatEach(6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shuffledStatusesBeginWithTheLast() {
        bed.awa().write("Bonjour");
        whatsApp.faults().shuffle(true);
        whatsApp.faults().readAlways(true);
        String id = bed.text(AWA.waId(), "Votre motif ?").id();
        soon().until(() -> bed.statuses(id).size() == 3);
        assertThat(bed.statuses(id)).containsExactly("read", "delivered", "sent");
        assertThat(bed.awa().conversation().get(1).state()).isEqualTo(State.READ);
    }

    @Test
    void shuffledMessagesOvertakeEachOther() {
        whatsApp.faults().shuffle(true);
        String first = bed.awa().write("un");
        String second = bed.awa().write("deux");
        soon().until(() -> bed.posts.size() == 2);
        assertThat(bed.messages())
                .extracting(message -> message.path("id").asText())
                .containsExactly(second, first);
    }

    @Test
    void heldWebhooksComeInBatches() {
        whatsApp.faults().holdWebhooks();
        IntStream.range(0, 5).forEach(i -> bed.awa().write("n° " + i));
        String id = bed.text(AWA.waId(), "Votre motif ?").id();
        whatsApp.faults().batch(10);
        soon().until(() -> bed.awa().conversation().get(5).state() == State.DELIVERED);
        assertThat(bed.posts).isEmpty();
        whatsApp.faults().release();
        soon().until(() -> bed.messages().size() == 5 && bed.statuses(id).size() == 2);
        assertThat(bed.posts).as("seven webhooks").hasSizeLessThan(3);
        assertThat(bed.posts.get(0).json().findValues("contacts").get(0)).hasSize(1);
        assertThat(bed.messages())
                .extracting(message -> message.path("text").path("body").asText())
                .containsExactly("n° 0", "n° 1", "n° 2", "n° 3", "n° 4");
    }

    @Test
    void aFileIsFetchedWithTheTokenWhileItsAddressLasts() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G'};
        bed.awa().sendImage(picture, "image/png", "ma facture");
        soon().until(() -> bed.posts.size() == 1);
        JsonNode image = bed.messages().get(0).path("image");
        assertThat(image.path("caption").asText()).isEqualTo("ma facture");
        JsonNode described = described(image.path("id").asText());
        assertThat(described.path("mime_type").asText()).isEqualTo("image/png");
        assertThat(described.path("file_size").asLong()).isEqualTo(4);
        HttpResponse<byte[]> fetched = bed.get(described.path("url").asText(), "token");
        assertThat(fetched.body()).isEqualTo(picture);
        assertThat(fetched.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(bed.get(described.path("url").asText(), "other").statusCode())
                .isEqualTo(401);
        assertThat(bed.get("/v23.0/4711", "token").statusCode()).isEqualTo(400);
        whatsApp.faults().mediaUrlsLast(Duration.ofSeconds(-1));
        String stale = described(image.path("id").asText()).path("url").asText();
        assertThat(bed.get(stale, "token").statusCode()).isEqualTo(404);
    }

    @Test
    void theBusinessReadsAndReactsOnTheHandset() {
        String id = bed.awa().write("Merci");
        String read = "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\"}";
        assertThat(bed.post(read.formatted(id)).json().path("success").asBoolean())
                .isTrue();
        assertThat(bed.post(read.formatted("wamid.none")).code()).isEqualTo(131009);
        bed.post("""
                {"messaging_product": "whatsapp", "to": "%s", "type": "reaction",
                 "reaction": {"message_id": "%s", "emoji": "👍"}}""".formatted(AWA.waId(), id));
        WhatsAppBubble shown = bed.awa().conversation().get(0);
        assertThat(shown.state()).isEqualTo(State.READ);
        assertThat(shown.reaction()).isEqualTo("👍");
    }

    @Test
    void theProtocolLogHasEveryExchange() throws Exception {
        whatsApp.faults().statusesAfter(Duration.ofMillis(200));
        List<WhatsAppEvent> heard = new CopyOnWriteArrayList<>();
        AutoCloseable listening = whatsApp.listen(heard::add);
        bed.awa().write("Bonjour");
        soon().until(() -> heard.size() == 1);
        listening.close();
        bed.text(AWA.waId(), "Votre motif ?");
        soon().until(() -> whatsApp.events().size() == 5);
        assertThat(heard.get(0).succeeded()).isTrue();
        assertThat(whatsApp.events())
                .extracting(WhatsAppEvent::kind)
                .containsExactly(Kind.HANDSHAKE, Kind.WEBHOOK, Kind.POST, Kind.WEBHOOK, Kind.WEBHOOK);
        assertThat(whatsApp.events().get(3).detail()).isEqualTo("status sent");
        assertThat(heard).hasSize(1);
        assertThat(Arrays.asList(heard.get(0).account(), heard.get(0).what())).containsExactly(NUMBER, "webhook");
    }

    private JsonNode described(String mediaId) {
        return WhatsAppTestBed.read(bed.get("/v23.0/" + mediaId, "token").body());
    }

    private static long refusals(WhatsAppTestBed bed) {
        return bed.whatsApp.events().stream()
                .filter(event -> event.kind() == Kind.HANDSHAKE && event.status() == 403)
                .count();
    }
}
