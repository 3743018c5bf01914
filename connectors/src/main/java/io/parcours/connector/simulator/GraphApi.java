package io.parcours.connector.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parcours.connector.simulator.GraphFiles.Answer;
import io.parcours.connector.simulator.OutboundMessages.Taken;
import io.parcours.connector.simulator.WhatsAppEvent.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP side that the platform calls. */
final class GraphApi implements AutoCloseable {

    private static final Pattern MESSAGES = Pattern.compile("/v\\d+\\.\\d+/(\\w+)/messages");
    private static final String TOO_MANY =
            "Message failed to send because there were too many messages sent from this phone number in a short period of time.";
    private static final int LARGEST_REQUEST = 1 << 20;
    private static final int WAITING_CONNECTIONS = 200;

    static {
        // Without it the JDK's server waits 40 ms between the head and the body of every answer.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final Map<String, WhatsAppSimAccount> accounts;
    private final OutboundMessages messages;
    private final GraphFiles files;
    private final WhatsAppFaults faults;
    private final EventLog<WhatsAppEvent> events;
    private final Clockwork clockwork;
    private final Throttle throttle = new Throttle();

    GraphApi(
            int port,
            Map<String, WhatsAppSimAccount> accounts,
            OutboundMessages messages,
            GraphFiles files,
            WhatsAppFaults faults,
            EventLog<WhatsAppEvent> events,
            Clockwork clockwork) {
        this.accounts = accounts;
        this.messages = messages;
        this.files = files;
        this.faults = faults;
        this.events = events;
        this.clockwork = clockwork;
        this.server = listening(port);
        server.setExecutor(clockwork::now);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Matcher sending = MESSAGES.matcher(path);
        try {
            if (method.equals("POST") && sending.matches()) {
                send(exchange, sending.group(1), body);
            } else if (method.equals("GET")) {
                fetch(exchange, path);
            } else {
                throw new GraphError.Refused(GraphError.unknownObject(method, path));
            }
        } catch (GraphError.Refused refused) {
            refuse(exchange, sending.matches() ? sending.group(1) : "", addressee(body), refused.error());
        }
    }

    private void refuse(HttpExchange exchange, String phoneNumberId, String subscriber, GraphError error) {
        Kind kind = exchange.getRequestMethod().equals("GET") ? Kind.GET : Kind.POST;
        String detail = error.code() + " " + error.title() + " " + error.details();
        note(kind, phoneNumberId, subscriber, "", error.httpStatus(), detail.strip());
        answer(exchange, error.httpStatus(), "application/json", Json.bytes(error.json()));
    }

    private void send(HttpExchange exchange, String phoneNumberId, byte[] body) {
        WhatsAppSimAccount account = admit(exchange, phoneNumberId);
        if (!throttle.admits(phoneNumberId, faults.perSecond)) {
            throw new GraphError.Refused(GraphError.of(429, 130429, TOO_MANY));
        }
        faults.nextAnswer().ifPresent(error -> {
            throw new GraphError.Refused(error);
        });
        Taken taken = messages.take(account, body);
        boolean lost = faults.hangsUp();
        int status = lost ? WireEvent.NO_ANSWER : 200;
        note(Kind.POST, phoneNumberId, taken.subscriber(), taken.id(), status, taken.detail());
        clockwork.after(faults.answerDelay, () -> {
            if (lost) {
                exchange.close();
            } else {
                answer(exchange, 200, "application/json", Json.bytes(taken.answer()));
            }
        });
    }

    private void fetch(HttpExchange exchange, String path) {
        Answer answer = files.fetch(bearer(exchange), url(), path);
        note(Kind.GET, answer.file().phoneNumberId(), "", answer.file().id(), 200, answer.type());
        answer(exchange, 200, answer.type(), answer.body());
    }

    private WhatsAppSimAccount admit(HttpExchange exchange, String phoneNumberId) {
        WhatsAppSimAccount bearer = bearer(exchange);
        WhatsAppSimAccount account = accounts.get(phoneNumberId);
        if (account == null || !account.token().equals(bearer.token())) {
            throw new GraphError.Refused(GraphError.unknownObject("POST", phoneNumberId));
        }
        return account;
    }

    private WhatsAppSimAccount bearer(HttpExchange exchange) {
        if (faults.down) {
            throw new GraphError.Refused(GraphError.of(503, 131016, "The service is temporarily unavailable."));
        }
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        return accounts.values().stream()
                .filter(account -> ("Bearer " + account.token()).equals(shown))
                .findFirst()
                .orElseThrow(() -> new GraphError.Refused(GraphError.of(401, 190, "")));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) {
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

    /** Whom a refused message was meant for, as far as it says so. */
    private static String addressee(byte[] body) {
        return Json.read(body)
                .filter(message -> message.hasNonNull("to") || message.hasNonNull("recipient"))
                .map(message -> OutboundCheck.addressee(message).key())
                .orElse("");
    }

    private void note(Kind kind, String account, String subscriber, String id, int status, String detail) {
        events.note(new WhatsAppEvent(Instant.now(), kind, false, account, subscriber, id, status, detail));
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), WAITING_CONNECTIONS);
        } catch (IOException taken) {
            throw new UncheckedIOException("The simulated WhatsApp cannot listen on port " + port, taken);
        }
    }
}
