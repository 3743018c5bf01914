package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.APP_SECRET;
import static io.parcours.connector.whatsapp.WhatsAppTestBed.VERIFY_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.Signature;
import io.parcours.conversation.Notice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP. */
@Timeout(60)
class WhatsAppWebhookTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WhatsAppTestBed bed = new WhatsAppTestBed(WhatsAppTestBed.account("http://127.0.0.1:1"));
    private final RecordingInbox inbox = bed.inbox;
    private final WebhookServer server = new WebhookServer(bed);

    @AfterEach
    void stop() {
        server.close();
        bed.close();
    }

    @Test
    void theHandshakeGivesTheChallengeBackAsPlainText() throws Exception {
        HttpResponse<String> answer = handshake("subscribe", VERIFY_TOKEN, "1158201444<b>");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444<b>");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"subscribe, wrong", "subscribe, ''", "unsubscribe, verify-me", "'', verify-me"})
    void aHandshakeWithoutTheTokenIsForbidden(String mode, String token) throws Exception {
        HttpResponse<String> answer = handshake(mode, token, "1158201444");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("1158201444");
    }

    @Test
    void aSignedMessageIsStoredUnderItsTenant() throws Exception {
        assertThat(post(Payload.oneText("Ma facture est fausse"))).isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("Ma facture est fausse");
        assertThat(inbox.stored.get(0).tenant()).isEqualTo("baobab");
        assertThat(bed.registry
                        .get("parcours.whatsapp.received")
                        .tags("kind", "text")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(bed.registry
                        .get("parcours.whatsapp.webhook")
                        .tags("status", "200")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theSignatureIsOverTheOctetsAsTheyCame() throws Exception {
        String spaced = Payload.oneText("caf\u00e9 \\u00e9\\/").replace(": ", "  :\t");
        assertThat(post(spaced)).isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("café é/");
    }

    @Test
    void aCopyChangesNothing() throws Exception {
        assertThat(post(Payload.oneText("Bonjour"))).isEqualTo(200);
        assertThat(post(Payload.oneText("Bonjour"))).isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("Bonjour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "",
                "sha256=",
                "sha256=00",
                "sha1=0000000000000000000000000000000000000000",
                "sha256=zz00000000000000000000000000000000000000000000000000000000000000",
                "sha256=0000000000000000000000000000000000000000000000000000000000000000"
            })
    void aMissingOrWrongSignatureStoresNothing(String signature) throws Exception {
        assertThat(post(bytes(Payload.oneText("Bonjour")), signature)).isEqualTo(401);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void aSignatureOfAnotherSecretOrOfOtherOctetsStoresNothing() throws Exception {
        byte[] body = bytes(Payload.oneText("Bonjour"));
        assertThat(post(body, signature(body, "other"))).isEqualTo(401);
        assertThat(post(body, signature(bytes(Payload.oneText("bonjour")), APP_SECRET)))
                .isEqualTo(401);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void anUnknownAccountIsNotFound() throws Exception {
        for (String path : new String[] {"/nobody", "/", "", "/baobab-wa/more", "/BAOBAB-WA"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void moreThanThreeMegabytesAreRefusedByTheirAnnouncement() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            String head = "POST /webhooks/whatsapp/baobab-wa HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    + (WhatsAppWebhook.LARGEST + 1) + "\r\nX-Hub-Signature-256: sha256=" + "0".repeat(64) + "\r\n\r\n";
            socket.getOutputStream().write(bytes(head));
            byte[] line = socket.getInputStream().readNBytes(12);
            assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void moreThanThreeMegabytesWithoutAnAnnouncementAreRefusedOnceTheyAreRead() throws Exception {
        byte[] large = bytes("\"" + "x".repeat(WhatsAppWebhook.LARGEST) + "\"");
        assertThat(post(chunked(large), signature(large, APP_SECRET))).isEqualTo(413);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void threeMegabytesAreRead() throws Exception {
        String start = Payload.oneText("Bonjour");
        byte[] largest = bytes(start + " ".repeat(WhatsAppWebhook.LARGEST - bytes(start).length));
        assertThat(post(chunked(largest), signature(largest, APP_SECRET))).isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("Bonjour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"object\": \"whatsapp_business_account\", \"entry\": [", "nonsense"})
    void whatIsNoJsonIsABadRequest(String body) throws Exception {
        assertThat(post(body)).isEqualTo(400);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void nestingThatIsTooDeepIsABadRequest() throws Exception {
        assertThat(post("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000))).isEqualTo(400);
        assertThat(post("[".repeat(1_000_000))).isEqualTo(400);
    }

    @Test
    void octetsThatAreNoUtf8AreABadRequest() throws Exception {
        byte[] body = Payload.oneText("caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(post(body, signature(body, APP_SECRET))).isEqualTo(400);
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
        assertThat(post(overlong, signature(overlong, APP_SECRET))).isEqualTo(400);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void whatIsNotUnderstoodIsKept() throws Exception {
        assertThat(post("{\"something\": \"else\"}")).isEqualTo(200);
        assertThat(inbox.notices).extracting(Notice::payload).containsExactly("{\"something\":\"else\"}");
    }

    @Test
    void aBadElementStopsNoOther() throws Exception {
        assertThat(post(Payload.messages("\"messages\": [" + Payload.text("w1", "un") + ", {\"bad\": [1]}, "
                        + Payload.text("w2", "deux") + "], \"statuses\": [" + Payload.status("w0", "read", "") + "]")))
                .isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("un", "deux");
        assertThat(inbox.receipts).hasSize(1);
        assertThat(inbox.notices).hasSize(1);
    }

    @Test
    void whileTheInboxFailsMetaIsToldToComeAgainAndThenNothingIsLostOrDoubled() throws Exception {
        String batch = Payload.messages(
                "\"messages\": [" + Payload.text("w1", "un") + ", " + Payload.text("w2", "deux") + "]");
        inbox.failures.set(1);
        assertThat(post(batch)).isEqualTo(503);
        assertThat(inbox.stored).isEmpty();
        assertThat(post(batch)).isEqualTo(200);
        assertThat(post(batch)).isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("un", "deux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/baobab-wa"))
                .method(method, BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isIn(405, 501);
    }

    private HttpResponse<String> handshake(String mode, String token, String challenge)
            throws IOException, InterruptedException {
        String query = "?hub.mode=" + mode + "&hub.verify_token=" + token + "&hub.challenge="
                + URLEncoder.encode(challenge, StandardCharsets.UTF_8);
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + "/baobab-wa" + query))
                        .build(),
                BodyHandlers.ofString());
    }

    private int post(String body) throws IOException, InterruptedException {
        return post(bytes(body), signature(bytes(body), APP_SECRET));
    }

    private int post(byte[] body, String signature) throws IOException, InterruptedException {
        return post(BodyPublishers.ofByteArray(body), signature);
    }

    private int post(BodyPublisher body, String signature) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + "/baobab-wa"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(body);
        if (!signature.equals("none")) {
            request.header(Signature.HEADER, signature);
        }
        return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    /** Of unknown length, and so in chunks. */
    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(new ByteArrayInputStream(body), InputStream.nullInputStream()));
    }

    private static String signature(byte[] body, String secret) {
        return "sha256=" + HexFormat.of().formatHex(Signature.over(body, secret));
    }

    private String address() {
        return server.address();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
