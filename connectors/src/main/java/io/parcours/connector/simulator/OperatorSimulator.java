package io.parcours.connector.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An operator's web services on loopback: outages by zone as REST, the activation of a SIM as SOAP. An activation is known by its
 * key, so that told twice it is done once.
 */
public final class OperatorSimulator implements AutoCloseable {

    private static final long SLOW_SECONDS = 30;

    private final HttpServer server;
    private final String token;
    private final ActivationDesk activations;
    private final OutageBoard outages;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, OperatorFault> faults = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread daemon = new Thread(work, "operator-simulator");
        daemon.setDaemon(true);
        return daemon;
    });

    private OperatorSimulator(HttpServer server, String token, Clock clock) {
        this.server = server;
        this.token = token;
        this.activations = new ActivationDesk(clock);
        this.outages = new OutageBoard(clock);
    }

    /** @param token the bearer token without which it answers 401 */
    public static OperatorSimulator start(String token, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OperatorSimulator simulator = new OperatorSimulator(server, token, clock);
            server.setExecutor(simulator.threads);
            server.createContext("/network/outages", exchange -> simulator.answer(exchange, "outages"));
            server.createContext("/soap/sim", exchange -> simulator.answer(exchange, "sim"));
            server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException("The operator's simulator cannot listen", e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param service {@code outages} or {@code sim} */
    public void fault(String service, OperatorFault fault) {
        faults.put(service, fault);
    }

    /** How many SIM cards were activated. */
    public int activations() {
        return activations.count();
    }

    private void answer(HttpExchange exchange, String service) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            OperatorFault fault = faults.getOrDefault(service, OperatorFault.NONE);
            if (fault == OperatorFault.SLOW && closed.await(SLOW_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{}");
            } else if (fault == OperatorFault.DOWN) {
                send(exchange, 500, "Internal error");
            } else {
                said(exchange, fault, said(exchange, service, asked));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String said(HttpExchange exchange, String service, byte[] asked) {
        if (service.equals("sim")) {
            return activations.answer(new String(asked, StandardCharsets.UTF_8));
        }
        String path = exchange.getRequestURI().getRawPath();
        return outages.in(URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8));
    }

    private static void said(HttpExchange exchange, OperatorFault fault, String text) throws IOException {
        boolean refused = text.contains(":Fault>");
        send(exchange, refused ? 500 : 200, fault == OperatorFault.MALFORMED ? half(text) : text);
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", text.startsWith("<") ? "text/xml" : "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
