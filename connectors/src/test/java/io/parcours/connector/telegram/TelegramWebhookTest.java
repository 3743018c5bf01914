package io.parcours.connector.telegram;

import static io.parcours.connector.telegram.TelegramTestBed.SECRET_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.ServletServer;
import io.parcours.connector.web.WebhookServlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP. */
@Timeout(60)
class TelegramWebhookTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BotPeer peer = new BotPeer();
    private final TelegramTestBed bed = new TelegramTestBed(
            TelegramTestBed.account(peer.url()),
            TelegramAccount.of("karite", "karite-bot", "7000000002:AAanotherSecretHalf", "of-karite", "karite_bot")
                    .at(peer.url())
                    .with(TelegramTestBed.QUICK),
            new TelegramAccount(
                    "karite",
                    "karite-poll",
                    peer.url(),
                    "7000000003:AAyetAnotherHalf",
                    "",
                    "karite2_bot",
                    true,
                    TelegramTestBed.QUICK));
    private final RecordingInbox inbox = bed.inbox;
    private final ServletServer server = bed.server();

    @AfterEach
    void stop() {
        server.close();
        bed.close();
        peer.close();
    }

    @Test
    void anUpdateWithTheSecretIsStoredUnderItsTenant() throws Exception {
        assertThat(post("baobab-bot", Payload.text(1, "Ma facture est fausse"), SECRET_TOKEN))
                .isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("Ma facture est fausse");
        assertThat(inbox.stored.get(0).tenant()).isEqualTo("baobab");
        assertThat(bed.registry
                        .get("parcours.telegram.received")
                        .tags("account", "baobab-bot", "kind", "text")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void twoTenantsBotsAreApartAlsoForTheSamePersonAndMessage() throws Exception {
        assertThat(post("baobab-bot", Payload.text(1, "un"), SECRET_TOKEN)).isEqualTo(200);
        assertThat(post("karite-bot", Payload.text(1, "deux"), "of-karite")).isEqualTo(200);
        assertThat(inbox.texts()).containsExactly("un", "deux");
        assertThat(inbox.stored.get(1).tenant()).isEqualTo("karite");
        assertThat(inbox.stored.get(1).externalId())
                .isNotEqualTo(inbox.stored.get(0).externalId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "wrong", "of-karite", "SHOWN-WITH-EACH_UPDATE"})
    void withoutTheAccountsSecretNothingIsRead(String secret) throws Exception {
        assertThat(post("baobab-bot", Payload.text(1, "Bonjour"), secret)).isEqualTo(401);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void anAccountThatFetchesTakesNothingThatIsBrought() throws Exception {
        assertThat(post("karite-poll", Payload.text(1, "Bonjour"), "")).isEqualTo(401);
        assertThat(inbox.calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "baobab-bot/more", "BAOBAB-BOT"})
    void anAccountThatIsNotThereIsNotFound(String account) throws Exception {
        assertThat(post(account, Payload.text(1, "Bonjour"), SECRET_TOKEN)).isEqualTo(404);
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() throws Exception {
        assertThat(post("baobab-bot", " ".repeat(WebhookServlet.LARGEST + 1), SECRET_TOKEN))
                .isEqualTo(413);
        assertThat(inbox.calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1", "{\"a\":1} tail", "null x"})
    void whatIsNoJsonIsABadRequest(String body) throws Exception {
        assertThat(post("baobab-bot", body, SECRET_TOKEN)).isEqualTo(400);
        assertThat(inbox.calls).hasValue(0);
    }

    @Test
    void nestingThatIsTooDeepAndOctetsThatAreNoUtf8AreBadRequests() throws Exception {
        assertThat(post("baobab-bot", "[".repeat(1_000_000), SECRET_TOKEN)).isEqualTo(400);
        byte[] latin = Payload.text(1, "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(post("baobab-bot", latin, SECRET_TOKEN)).isEqualTo(400);
    }

    @Test
    void whileTheInboxFailsTelegramIsToldToComeAgainAndNobodyIsGreetedBefore() throws Exception {
        inbox.failures.set(1);
        assertThat(post("baobab-bot", Payload.text(1, "/start"), SECRET_TOKEN)).isEqualTo(503);
        assertThat(inbox.stored).isEmpty();
        assertThat(peer.requests).isEmpty();
        assertThat(post("baobab-bot", Payload.text(1, "/start"), SECRET_TOKEN)).isEqualTo(200);
        assertThat(post("baobab-bot", Payload.text(1, "/start"), SECRET_TOKEN)).isEqualTo(200);
        assertThat(inbox.stored).hasSize(1);
        TelegramTestBed.soon().until(() -> peer.requests.size() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/baobab-bot"))
                .method(method, BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isIn(405, 501);
    }

    private int post(String account, String body, String secret) throws IOException, InterruptedException {
        return post(account, body.getBytes(StandardCharsets.UTF_8), secret);
    }

    private int post(String account, byte[] body, String secret) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "/" + account))
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofByteArray(body));
        if (!secret.equals("none")) {
            request.header(TelegramWebhook.SECRET, secret);
        }
        return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
