package io.parcours.connector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parcours.connector.simulator.MessengerBubble.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated Messenger with a platform of the plainest kind: an HTTP client, and a server that keeps what it is told. */
@Timeout(30)
class MessengerSimulatorTest {

    private static final String PAGE = "102233445566778";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MessengerSimulator messenger =
            MessengerSimulator.start(new MessengerSimAccount(PAGE, "token", "secret", "verify"));
    private final MessengerHandset awa = messenger.handset(PAGE, "Awa");
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final Queue<Integer> nextAnswers = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer platform;

    @BeforeEach
    void subscribe() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        platform.setExecutor(threads);
        platform.createContext("/hook", this::receive);
        platform.start();
        messenger.faults().statusesAfter(Duration.ofMillis(5));
        messenger.faults().redeliverAfter(Duration.ofMillis(10));
        messenger.subscribe(PAGE, "http://127.0.0.1:" + platform.getAddress().getPort() + "/hook");
        soon().until(() -> messenger.subscribed(PAGE));
    }

    @AfterEach
    void stop() {
        messenger.close();
        platform.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aTextIsTakenToldBackDeliveredAndRead() throws Exception {
        awa.write("Bonjour");
        JsonNode answer = post(text(awa.psid(), "Bonsoir"), 200);
        assertThat(answer.path("recipient_id").asText()).isEqualTo(awa.psid());
        String id = answer.path("message_id").asText();
        soon().until(() -> events("delivery").size() == 1);
        assertThat(events("delivery").get(0).at("/delivery/mids/0").asText()).isEqualTo(id);
        JsonNode echo = events("message").stream()
                .filter(event -> event.at("/message/is_echo").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(echo.at("/message/mid").asText()).isEqualTo(id);
        assertThat(echo.at("/message/metadata").asText()).isEqualTo("ours");
        assertThat(echo.at("/sender/id").asText()).isEqualTo(PAGE);

        awa.open();
        soon().until(() -> events("read").size() == 1);
        assertThat(events("read").get(0).at("/read/watermark").asLong())
                .isEqualTo(events("delivery").get(0).at("/delivery/watermark").asLong());
        assertThat(awa.conversation().get(1).state()).isEqualTo(State.READ);
    }

    @Test
    void aWrongTokenAndAnotherPageAreRefused() throws Exception {
        awa.write("Bonjour");
        assertThat(code(send(PAGE, "wrong", text(awa.psid(), "x")))).isEqualTo("190/0");
        assertThat(code(send("999", "token", text(awa.psid(), "x")))).isEqualTo("100/33");
        assertThat(messenger.ledger().acceptedCount()).isZero();
    }

    @Test
    void whoNeverCameWhoBlockedAndWhoWroteTooLongAgoCannotBeWrittenTo() throws Exception {
        assertThat(code(send(PAGE, "token", text(awa.psid(), "x")))).isEqualTo("100/2018001");
        awa.write("Bonjour");
        awa.age(Duration.ofHours(25));
        assertThat(code(send(PAGE, "token", text(awa.psid(), "x")))).isEqualTo("10/2018278");
        awa.comeBy(null);
        assertThat(send(PAGE, "token", text(awa.psid(), "x")).statusCode()).isEqualTo(200);
        awa.block(true);
        assertThat(code(send(PAGE, "token", text(awa.psid(), "x")))).isEqualTo("551/1545041");
    }

    @Test
    void whatAPersonAtThePageWroteIsTakenForSevenDaysUnderItsTagAlone() throws Exception {
        awa.write("Bonjour");
        awa.age(Duration.ofDays(6));
        String tagged = "{\"recipient\":{\"id\":\"" + awa.psid()
                + "\"},\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\",\"message\":{\"text\":\"x\"}}";
        assertThat(code(send(PAGE, "token", text(awa.psid(), "x")))).isEqualTo("10/2018278");
        assertThat(send(PAGE, "token", tagged).statusCode()).isEqualTo(200);
        messenger.faults().humanAgent(false);
        assertThat(code(send(PAGE, "token", tagged))).isEqualTo("10/0");
        messenger.faults().humanAgent(true);
        awa.age(Duration.ofHours(25));
        assertThat(code(send(PAGE, "token", tagged))).isEqualTo("10/2018278");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"messaging_type\":\"RESPONSE\",\"message\":{} | provide valid attachment or text",
                "\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\" \"} | Length of param message[text]",
                "\"messaging_type\":\"NONE\",\"message\":{\"text\":\"x\"} | messaging_type",
                "\"messaging_type\":\"MESSAGE_TAG\",\"message\":{\"text\":\"x\"} | Invalid tag",
                "\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\",\"message\":{\"template\":{\"name\":\"n\"}} | provide valid attachment or text",
                "\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"ACCOUNT_UPDATE\",\"message\":{\"text\":\"x\"} | no longer supported",
                "\"message\":{\"text\":\"x\",\"quick_replies\":[{\"content_type\":\"text\",\"title\":\"123456789012345678901\",\"payload\":\"p\"}]} | Length of param title",
                "\"message\":{\"text\":\"x\",\"quick_replies\":[{\"content_type\":\"image\",\"title\":\"1\",\"payload\":\"p\"}]} | content_type",
                "\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"button\",\"text\":\"x\",\"buttons\":[]}}} | buttons",
                "\"message\":{\"template\":{\"name\":\"n\"}} | provide valid attachment or text"
            })
    void whatMetaWouldNotTakeIsRefusedInItsWords(String rest, String words) throws Exception {
        awa.write("Bonjour");
        HttpResponse<String> answer =
                send(PAGE, "token", "{\"recipient\":{\"id\":\"" + awa.psid() + "\"}," + rest + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(answer.body()).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(100);
        assertThat(error.path("message").asText()).startsWith("(#100) ").contains(words);
        assertThat(error.path("type").asText()).isEqualTo("OAuthException");
        assertThat(error.has("fbtrace_id")).isTrue();
        assertThat(error.has("error_data")).isFalse();
    }

    @Test
    void twoThousandCharactersAndThirteenRepliesAreTheMost() throws Exception {
        awa.write("Bonjour");
        assertThat(send(PAGE, "token", text(awa.psid(), "x".repeat(2_000))).statusCode())
                .isEqualTo(200);
        assertThat(send(PAGE, "token", text(awa.psid(), "x".repeat(2_001))).statusCode())
                .isEqualTo(400);
        assertThat(send(PAGE, "token", replies(13)).statusCode()).isEqualTo(200);
        assertThat(send(PAGE, "token", replies(14)).statusCode()).isEqualTo(400);
    }

    @Test
    void whoFollowsALinkPressesGetStartedOnlyTheFirstTime() {
        awa.comeBy("ref-1");
        soon().until(() -> events("postback").size() == 1);
        assertThat(events("postback").get(0).at("/postback/referral/ref").asText())
                .isEqualTo("ref-1");
        awa.comeBy("ref-2");
        soon().until(() -> events("referral").size() == 1);
        assertThat(events("referral").get(0).at("/referral/ref").asText()).isEqualTo("ref-2");
    }

    @Test
    void whatThePlatformDoesNotTakeComesAgainInOrderAndIsCounted() {
        nextAnswers.addAll(List.of(503, 500));
        List<String> written =
                IntStream.range(0, 4).mapToObj(i -> awa.write("n° " + i)).toList();
        soon().until(() -> messenger.ledger().acknowledgedCount() == 4);
        assertThat(events("message"))
                .extracting(event -> event.at("/message/mid").asText())
                .containsExactlyElementsOf(written);
        assertThat(messenger.ledger().acknowledged().get(0).attempts()).isEqualTo(3);
        soon().until(() -> awa.conversation().stream().allMatch(bubble -> bubble.state() == State.TAKEN));
    }

    @Test
    void aPictureIsFetchedFromWhereTheWebhookSays() throws Exception {
        awa.sendImage(new byte[] {1, 2, 3}, "image/png");
        soon().until(() -> events("message").size() == 1);
        String url = events("message")
                .get(0)
                .at("/message/attachments/0/payload/url")
                .asText();
        HttpResponse<byte[]> file =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        assertThat(file.body()).containsExactly(1, 2, 3);
        assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void quickRepliesGoWithTheNextMessageAndButtonsStay() throws Exception {
        awa.write("Bonjour");
        String replies = post(replies(2), 200).path("message_id").asText();
        String buttons = post(
                        "{\"recipient\":{\"id\":\"" + awa.psid() + "\"},\"message\":{\"attachment\":{\"type\":"
                                + "\"template\",\"payload\":{\"template_type\":\"button\",\"text\":\"?\",\"buttons\":[{\"type\":"
                                + "\"postback\",\"title\":\"Oui\",\"payload\":\"YES\"}]}}}}",
                        200)
                .path("message_id")
                .asText();
        assertThatThrownBy(() -> awa.choose(replies, "p1")).hasMessageContaining("gone");
        awa.write("Attendez");
        awa.choose(buttons, "YES");
        soon().until(() -> events("postback").size() == 1);
        assertThat(events("postback").get(0).at("/postback/payload").asText()).isEqualTo("YES");
        assertThatThrownBy(() -> awa.choose(buttons, "MAYBE")).isInstanceOf(IllegalArgumentException.class);
    }

    private String text(String psid, String text) {
        return "{\"recipient\":{\"id\":\"%s\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"%s\",\"metadata\":\"ours\"}}"
                .formatted(psid, text);
    }

    private String replies(int count) {
        String all = String.join(
                ",",
                IntStream.rangeClosed(1, count)
                        .mapToObj("{\"content_type\":\"text\",\"title\":\"%1$d\",\"payload\":\"p%1$d\"}"::formatted)
                        .toList());
        return "{\"recipient\":{\"id\":\"" + awa.psid() + "\"},\"message\":{\"text\":\"?\",\"quick_replies\":[" + all
                + "]}}";
    }

    private JsonNode post(String body, int status) throws Exception {
        HttpResponse<String> answer = send(PAGE, "token", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String page, String token, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(messenger.url() + "/v23.0/" + page + "/messages"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> answer) throws Exception {
        JsonNode error = JSON.readTree(answer.body()).path("error");
        return error.path("code").asInt() + "/" + error.path("error_subcode").asInt();
    }

    private List<JsonNode> events(String name) {
        return told.stream()
                .flatMap(webhook ->
                        StreamSupport.stream(webhook.at("/entry/0/messaging").spliterator(), false))
                .filter(event -> event.has(name))
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String answer = "";
        int status = 200;
        if (exchange.getRequestMethod().equals("GET")) {
            answer = exchange.getRequestURI().getQuery().replaceAll(".*hub\\.challenge=([^&]*).*", "$1");
        } else if (nextAnswers.peek() != null) {
            status = nextAnswers.poll();
        } else {
            told.add(JSON.readTree(body));
        }
        byte[] octets = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        if (octets.length > 0) {
            exchange.getResponseBody().write(octets);
        }
        exchange.close();
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(8));
    }
}
