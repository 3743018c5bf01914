package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program at the simulated exchange that does nothing of its own: it keeps every event, and sends what it is told to. */
final class ExchangeRawClient implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String authorization;
    private final String application;
    private WebSocket socket;

    ExchangeRawClient(ExchangeSimulator exchange, String application) {
        this.application = application;
        url = exchange.url();
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((exchange.user() + ":" + exchange.password()).getBytes());
        connect();
    }

    /** Events are told from now on. */
    void connect() {
        socket = client.newWebSocketBuilder()
                .header("Authorization", authorization)
                .buildAsync(URI.create(url.replace("http", "ws") + "/ari/events?app=" + application), this)
                .join();
    }

    /** Without a word; commands are still answered. */
    void drop() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            try {
                events.add(JSON.readTree(text.toString()));
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    /** @param body null for none */
    HttpResponse<String> send(String method, String path, String body) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + "/ari" + path))
                            .header("Authorization", authorization)
                            .method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> types() {
        return events.stream().map(event -> event.path("type").asText()).toList();
    }

    @Override
    public void close() {
        drop();
    }
}
