package io.parcours.connector.simulator;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionFactory;

/** The simulated WhatsApp with a platform of the plainest kind: an HTTP client, and a server that keeps what it is told. */
final class WhatsAppTestBed implements AutoCloseable {

    static final String NUMBER = "106540352242922";
    static final Subscriber AWA = Subscriber.withNumber("2290197000001", "Awa Dossou");
    static final Subscriber HIDDEN = Subscriber.withoutNumber("BJ.13491208655302741918", "Kofi");
    private static final ObjectMapper JSON = new ObjectMapper();

    final WhatsAppSimulator whatsApp =
            WhatsAppSimulator.start(new WhatsAppSimAccount(NUMBER, "22921000000", "token", "secret", "verify me"));
    final List<Post> posts = new CopyOnWriteArrayList<>();
    final List<Post> refused = new CopyOnWriteArrayList<>();
    final Deque<Integer> nextAnswers = new ConcurrentLinkedDeque<>();
    volatile String verifyToken = "verify me";
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private HttpServer platform;

    /** A webhook as it came over the wire. */
    record Post(byte[] bytes, String signature) {

        JsonNode json() {
            return read(bytes);
        }

        List<JsonNode> statuses() {
            return json().findValues("statuses").stream()
                    .flatMap(WhatsAppTestBed::elements)
                    .toList();
        }

        List<JsonNode> messages() {
            return json().findValues("messages").stream()
                    .flatMap(WhatsAppTestBed::elements)
                    .toList();
        }
    }

    /** What the simulator answered. */
    record Answer(int status, JsonNode json) {

        int code() {
            return json.path("error").path("code").asInt();
        }

        String details() {
            return json.path("error").path("error_data").path("details").asText();
        }

        String id() {
            return json.path("messages").path(0).path("id").asText();
        }
    }

    static WhatsAppTestBed subscribed() {
        WhatsAppTestBed bed = new WhatsAppTestBed();
        bed.whatsApp.faults().statusesAfter(Duration.ofMillis(5));
        bed.whatsApp.faults().redeliverAfter(Duration.ofMillis(10));
        bed.whatsApp.subscribe(NUMBER, bed.startPlatform(0));
        soon().until(() -> bed.whatsApp.subscribed(NUMBER));
        return bed;
    }

    /** @return where webhooks go */
    String startPlatform(int port) {
        try {
            platform = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        platform.setExecutor(threads);
        platform.createContext("/webhooks/whatsapp", this::receive);
        platform.start();
        return "http://127.0.0.1:" + platform.getAddress().getPort() + "/webhooks/whatsapp";
    }

    /** @return the port where it listened */
    int stopPlatform() {
        platform.stop(0);
        return platform.getAddress().getPort();
    }

    WhatsAppHandset awa() {
        return whatsApp.handset(NUMBER, AWA);
    }

    Answer text(String to, String text) {
        return post("{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(to, text));
    }

    Answer template(String to, String name, String language, String... parameters) {
        String texts = String.join(
                ",",
                List.of(parameters).stream()
                        .map("{\"type\":\"text\",\"text\":\"%s\"}"::formatted)
                        .toList());
        String components = parameters.length == 0 ? "" : "{\"type\":\"body\",\"parameters\":[%s]}".formatted(texts);
        return post("""
                {"messaging_product": "whatsapp", "to": "%s", "type": "template",
                 "template": {"name": "%s", "language": {"code": "%s"}, "components": [%s]}}""".formatted(to, name, language, components));
    }

    Answer post(String body) {
        return post(NUMBER, "token", body);
    }

    Answer post(String phoneNumberId, String token, String body) {
        HttpResponse<byte[]> answer = send(request("/v23.0/" + phoneNumberId + "/messages", token)
                .POST(BodyPublishers.ofString(body))
                .build());
        return new Answer(answer.statusCode(), read(answer.body()));
    }

    HttpResponse<byte[]> get(String url, String token) {
        return send(request(url, token).GET().build());
    }

    List<JsonNode> messages() {
        return posts.stream().flatMap(post -> post.messages().stream()).toList();
    }

    List<String> statuses(String id) {
        return posts.stream()
                .flatMap(post -> post.statuses().stream())
                .filter(status -> status.path("id").asText().equals(id))
                .map(status -> status.path("status").asText())
                .toList();
    }

    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(8));
    }

    static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    @Override
    public void close() {
        whatsApp.close();
        if (platform != null) {
            platform.stop(0);
        }
        threads.shutdownNow();
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        String url = path.startsWith("http") ? path : whatsApp.url() + path;
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("GET")) {
            greet(exchange);
            return;
        }
        Integer status = nextAnswers.poll();
        Post post = new Post(body, exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
        (status == null ? posts : refused).add(post);
        answer(exchange, status == null ? 200 : status, "");
    }

    private void greet(HttpExchange exchange) throws IOException {
        String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        boolean known = query.contains("hub.mode=subscribe") && query.contains("hub.verify_token=" + verifyToken);
        String challenge = query.replaceAll(".*hub\\.challenge=([^&]*).*", "$1");
        answer(exchange, known ? 200 : 403, known ? challenge : "");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }
}
