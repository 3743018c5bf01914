package io.parcours.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Cloud API on loopback that knows every number and takes every message at once; and, without the product, something that takes webhooks. */
final class CloudApiStub implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger messages = new AtomicInteger();

    CloudApiStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            server.setExecutor(Executors.newFixedThreadPool(8));
            server.createContext("/", this::take);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String said = exchange.getRequestMethod().equals("GET")
                ? "{\"id\":\"%s\"}".formatted(path.substring(path.lastIndexOf('/') + 1))
                : "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.sent%d\"}]}"
                        .formatted(messages.incrementAndGet());
        byte[] answer = said.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
