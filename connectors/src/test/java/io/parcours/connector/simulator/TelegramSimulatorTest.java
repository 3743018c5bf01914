package io.parcours.connector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As a bot sees it that knows nothing of Parcours. */
@Timeout(30)
class TelegramSimulatorTest {

    private static final String TOKEN = "7000000001:AAtopsecret";
    private static final String BOT = "7000000001";
    private static final TelegramPerson AWA =
            new TelegramPerson(9_100_001, "Awa", "Dossou", "fr", "229 01 97 00 00 01");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TelegramSimulator telegram =
            TelegramSimulator.start(new TelegramSimAccount(TOKEN, "baobab_bot", "Baobab"));
    private final TelegramHandset awa = telegram.handset(BOT, AWA);

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void updatesAreToldAgainUntilALaterOneIsAskedFor() {
        awa.write("un");
        awa.write("deux");
        JsonNode both = call("getUpdates", "{}").path("result");
        assertThat(both).hasSize(2);
        assertThat(call("getUpdates", "{}").path("result")).isEqualTo(both);
        assertThat(awa.conversation()).noneMatch(TelegramBubble::taken);
        long second = both.path(1).path("update_id").asLong();
        assertThat(call("getUpdates", "{\"offset\": " + second + "}").path("result"))
                .hasSize(1);
        assertThat(call("getUpdates", "{\"offset\": " + (second + 1) + "}").path("result"))
                .isEmpty();
        assertThat(awa.conversation()).allMatch(TelegramBubble::taken);
        assertThat(telegram.ledger().acknowledgedCount()).isEqualTo(2);
    }

    @Test
    void whoWaitsIsToldAtOnceAndSentAwayByTheNextWhoAsks() throws Exception {
        CompletableFuture<JsonNode> first = later("getUpdates", "{\"timeout\": 20}");
        await().until(() -> !first.isDone());
        CompletableFuture<JsonNode> second = later("getUpdates", "{\"timeout\": 20}");
        CompletableFuture<Object> sentAway = CompletableFuture.anyOf(first, second);
        assertThat(((JsonNode) sentAway.get()).path("error_code").asInt()).isEqualTo(409);
        awa.write("Bonjour");
        JsonNode told = first.get().path("ok").asBoolean() ? first.get() : second.get();
        assertThat(told.at("/result/0/message/text").asText()).isEqualTo("Bonjour");
    }

    @Test
    void whileThereIsAWebhookNobodyFetches() {
        assertThat(call("setWebhook", "{\"url\": \"http://127.0.0.1:1/x\", \"secret_token\": \"s\"}")
                        .path("result")
                        .asBoolean())
                .isTrue();
        awa.write("Bonjour");
        assertThat(call("getWebhookInfo", "{}")
                        .at("/result/pending_update_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(call("getUpdates", "{}").path("error_code").asInt()).isEqualTo(409);
        call("deleteWebhook", "{}");
        assertThat(call("getUpdates", "{}").path("result")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"chat_id\": 9100001} | 400 | text is empty",
                "{\"text\": \"a\"} | 400 | chat_id is empty",
                "{\"chat_id\": 9100009, \"text\": \"a\"} | 400 | chat not found",
                "{\"chat_id\": 9100001, \"text\": \"a\", \"reply_markup\": {\"inline_keyboard\": [[{\"text\": \"x\"}]]}} | 400 | BUTTON_DATA_INVALID"
            })
    void whatABotMayNotSendIsRefusedInTelegramsWords(String message, int code, String words) {
        awa.write("Bonjour");
        JsonNode answer = call("sendMessage", message);
        assertThat(answer.path("error_code").asInt()).isEqualTo(code);
        assertThat(answer.path("description").asText()).contains(words);
        assertThat(telegram.ledger().acceptedCount()).isZero();
    }

    @Test
    void aTextOf4096CharactersIsTakenAndOneMoreIsNot() {
        awa.write("Bonjour");
        assertThat(say("x".repeat(4_096)).path("ok").asBoolean()).isTrue();
        assertThat(say("x".repeat(4_097)).path("description").asText()).contains("too long");
        assertThat(awa.conversation()).hasSize(2);
    }

    @Test
    void aBotThatSaysTooMuchIsToldForHowLongToBeSilent() {
        awa.write("Bonjour");
        telegram.faults().throttleAbove(1);
        Stream<JsonNode> answers = IntStream.range(0, 5).mapToObj(i -> say("Texte " + i));
        assertThat(answers)
                .anySatisfy(answer ->
                        assertThat(answer.at("/parameters/retry_after").asInt()).isEqualTo(1));
    }

    @Test
    void aBotWithoutItsTokenIsNobody() throws Exception {
        assertThat(send("/bot" + BOT + ":AAother/getMe", "{}").statusCode()).isEqualTo(401);
        assertThat(send("/bot/getMe", "{}").statusCode()).isEqualTo(404);
        assertThat(call("getNothing", "{}").path("error_code").asInt()).isEqualTo(404);
        assertThat(call("getMe", "{}").at("/result/username").asText()).isEqualTo("baobab_bot");
        telegram.faults().revokeTokens(true);
        assertThat(call("getMe", "{}").path("error_code").asInt()).isEqualTo(401);
    }

    @Test
    void aButtonWaitsUntilTheBotLetsGoOfItAndNobodyElseCan() {
        awa.write("Bonjour");
        long question = say("Lequel ?", "[[{\"text\": \"Oui\", \"callback_data\": \"q#YES\"}]]")
                .at("/result/message_id")
                .asLong();
        assertThatThrownBy(() -> awa.press(question, "q#NO")).hasMessageContaining("q#NO");
        awa.press(question, "q#YES");
        assertThat(awa.waits()).isTrue();
        String id = call("getUpdates", "{}").at("/result/1/callback_query/id").asText();
        assertThat(call("answerCallbackQuery", "{\"callback_query_id\": \"1\"}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(400);
        assertThat(call("answerCallbackQuery", "{\"callback_query_id\": \"" + id + "\"}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(awa.waits()).isFalse();

        String edit = "{\"chat_id\": 9100001, \"message_id\": " + question + "}";
        assertThat(call("editMessageReplyMarkup", edit).path("ok").asBoolean()).isTrue();
        assertThat(call("editMessageReplyMarkup", edit).path("description").asText())
                .contains("not modified");
    }

    @Test
    void everyExchangeIsNotedAndNoneShowsTheToken() {
        awa.write("Bonjour");
        call("getUpdates", "{}");
        say("Bonjour Awa");
        assertThat(telegram.events()).extracting(TelegramEvent::what).containsExactly("getUpdates", "sendMessage");
        assertThat(telegram.events().toString())
                .contains("Bonjour Awa", "9100001")
                .doesNotContain("AAtopsecret");
        assertThat(new TelegramSimAccount(TOKEN, "b", "B").toString()).doesNotContain("AAtopsecret");
    }

    @Test
    void heldUpdatesWaitForTheirRelease() {
        telegram.faults().holdWebhooks();
        awa.write("Bonjour");
        assertThat(call("getUpdates", "{}").path("result")).isEmpty();
        telegram.faults().release();
        assertThat(call("getUpdates", "{}").path("result")).hasSize(1);
    }

    private JsonNode say(String text) {
        return call("sendMessage", "{\"chat_id\": 9100001, \"text\": \"" + text + "\"}");
    }

    private JsonNode say(String text, String rows) {
        return call(
                "sendMessage",
                "{\"chat_id\": 9100001, \"text\": \"" + text + "\", \"reply_markup\": {\"inline_keyboard\": " + rows
                        + "}}");
    }

    private JsonNode call(String method, String body) {
        return later(method, body).join();
    }

    private CompletableFuture<JsonNode> later(String method, String body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new ObjectMapper()
                        .readTree(send("/bot" + TOKEN + "/" + method, body).body());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private HttpResponse<String> send(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(telegram.url() + path))
                        .timeout(Duration.ofSeconds(25))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
