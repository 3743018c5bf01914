package io.parcours.connector.messenger;

import static io.parcours.connector.messenger.MessengerTestBed.APP_SECRET;
import static io.parcours.connector.messenger.MessengerTestBed.VERIFY_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.ServletServer;
import io.parcours.connector.web.Signature;
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
class MessengerWebhookTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final MessengerTestBed bed = new MessengerTestBed(
            MessengerTestBed.account("http://127.0.0.1:1"),
            MessengerAccount.of("karite", "karite-page", "222", "t", "karite-secret", "v"));
    private final RecordingInbox inbox = bed.inbox;
    private final ServletServer server = bed.server();

    @AfterEach
    void stop() {
        server.close();
        bed.close();
    }

    @Test
    void theHandshakeGivesTheChallengeBackAsPlainText() throws Exception {
        HttpResponse<String> answer = handshake("subscribe", VERIFY_TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444<b>");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"subscribe, wrong", "subscribe, ''", "unsubscribe, verify-me", "'', verify-me", "subscribe, v"})
    void aHandshakeWithoutTheTokenIsForbidden(String mode, String token) throws Exception {
        HttpResponse<String> answer = handshake(mode, token);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("1158201444");
    }

    @Test
    void aSignedMessageIsStoredUnderItsTenant() throws Exception {
        assertThat(post(Payload.oneText("Ma facture est fausse"))).isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("Ma facture est fausse");
        assertThat(inbox.stored.get(0).tenant()).isEqualTo("baobab");
        assertThat(bed.registry
                        .get("parcours.messenger.received")
                        .tags("kind", "text")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theSignatureIsOverTheOctetsAsTheyCame() throws Exception {
        String spaced = Payload.oneText("caf\u00e9 \\u00e9\\/").replace(": ", "  :\t");
        assertThat(post(spaced)).isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("café é/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "",
                "sha256=",
                "sha256=00",
                "sha1=0000000000000000000000000000000000000000",
                "sha256=0000000000000000000000000000000000000000000000000000000000000000"
            })
    void aMissingOrWrongSignatureStoresNothing(String signature) throws Exception {
        assertThat(post(BodyPublishers.ofString(Payload.oneText("Bonjour")), signature))
                .isEqualTo(401);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void anotherOperatorsSecretOpensNothingHere() throws Exception {
        byte[] body = bytes(Payload.oneText("Bonjour"));
        assertThat(post(BodyPublishers.ofByteArray(body), signature(body, "karite-secret")))
                .isEqualTo(401);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void anotherOperatorsMessagesAreNotDeliveredHere() throws Exception {
        assertThat(post(Payload.oneText("Bonjour")
                        .replace("\"id\": \"" + Payload.PAGE_ID + "\", \"time\"", "\"id\":" + " \"222\", \"time\"")))
                .isEqualTo(200);
        assertThat(inbox.stored).isEmpty();
        assertThat(inbox.reasons()).containsExactly("for another page");
    }

    @Test
    void anUnknownAccountIsNotFound() throws Exception {
        for (String path : new String[] {"/nobody", "/", "", "/baobab-page/more", "/BAOBAB-PAGE"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
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
            String head = "POST /webhooks/messenger/baobab-page HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    + (MessengerWebhook.LARGEST + 1) + "\r\nX-Hub-Signature-256: sha256=" + "0".repeat(64) + "\r\n\r\n";
            socket.getOutputStream().write(bytes(head));
            byte[] line = socket.getInputStream().readNBytes(12);
            assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void moreThanThreeMegabytesWithoutAnAnnouncementAreRefusedOnceTheyAreRead() throws Exception {
        byte[] large = bytes("\"" + "x".repeat(MessengerWebhook.LARGEST) + "\"");
        BodyPublisher chunked = BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(new ByteArrayInputStream(large), InputStream.nullInputStream()));
        assertThat(post(chunked, signature(large, APP_SECRET))).isEqualTo(413);
        assertThat(inbox.calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"object\": \"page\", \"entry\": [", "nonsense"})
    void whatIsNoJsonIsABadRequest(String body) throws Exception {
        assertThat(post(body)).isEqualTo(400);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void nestingThatIsTooDeepIsABadRequest() throws Exception {
        assertThat(post("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000))).isEqualTo(400);
    }

    @Test
    void octetsThatAreNoUtf8AreABadRequest() throws Exception {
        byte[] body = Payload.oneText("caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(post(BodyPublishers.ofByteArray(body), signature(body, APP_SECRET)))
                .isEqualTo(400);
    }

    @Test
    void whileTheInboxFailsMetaIsToldToComeAgainAndThenNothingIsLostOrDoubled() throws Exception {
        String batch = Payload.page(Payload.text("m_1", "un") + "," + Payload.text("m_2", "deux"));
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/baobab-page"))
                .method(method, BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isIn(405, 501);
    }

    private HttpResponse<String> handshake(String mode, String token) throws IOException, InterruptedException {
        String query = "?hub.mode=" + mode + "&hub.verify_token=" + token + "&hub.challenge="
                + URLEncoder.encode("1158201444<b>", StandardCharsets.UTF_8);
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/baobab-page" + query))
                        .build(),
                BodyHandlers.ofString());
    }

    private int post(String body) throws IOException, InterruptedException {
        return post(BodyPublishers.ofByteArray(bytes(body)), signature(bytes(body), APP_SECRET));
    }

    private int post(BodyPublisher body, String signature) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "/baobab-page"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(body);
        if (!signature.equals("none")) {
            request.header(Signature.HEADER, signature);
        }
        return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static String signature(byte[] body, String secret) {
        return "sha256=" + HexFormat.of().formatHex(Signature.over(body, secret));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
