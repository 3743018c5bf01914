package io.parcours.connector.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An HTTP side of the outside world on loopback: reads a request whole, and has it served. */
abstract class LoopbackServer implements AutoCloseable {

    private static final int LARGEST_REQUEST = 32 << 20;
    private static final int WAITING_CONNECTIONS = 200;

    static {
        // Without it the JDK's server waits 40 ms between the head and the body of every answer.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;

    /** @param whose as an error names it */
    LoopbackServer(int port, String whose, Clockwork clockwork) {
        this.server = listening(port, whose);
        server.setExecutor(clockwork::now);
        server.createContext("/", this::handle);
    }

    /** Answers it, now or later. */
    abstract void respond(HttpExchange exchange, byte[] body);

    final void start() {
        server.start();
    }

    final int port() {
        return server.getAddress().getPort();
    }

    final String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public final void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        respond(exchange, exchange.getRequestBody().readNBytes(LARGEST_REQUEST));
    }

    static void answer(HttpExchange exchange, int status, String type, byte[] body) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException gone) {
            // The platform did not wait for its answer.
        }
    }

    private static HttpServer listening(int port, String whose) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), WAITING_CONNECTIONS);
        } catch (IOException taken) {
            throw new UncheckedIOException("The simulated " + whose + " cannot listen on port " + port, taken);
        }
    }
}
