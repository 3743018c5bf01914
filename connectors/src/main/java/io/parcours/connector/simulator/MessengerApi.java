package io.parcours.connector.simulator;

import com.sun.net.httpserver.HttpExchange;
import io.parcours.connector.simulator.MediaShelf.Stored;
import io.parcours.connector.simulator.MessengerEvent.Kind;
import io.parcours.connector.simulator.MessengerSends.Taken;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP side that the platform calls. */
final class MessengerApi extends GraphServer {

    private static final Pattern MESSAGES = Pattern.compile("/v\\d+\\.\\d+/(\\w+)/messages");
    private static final Pattern OBJECT = Pattern.compile("/v\\d+\\.\\d+/(\\w+)");
    private static final Pattern FILE = Pattern.compile("/files/(\\w+)");
    private static final String JSON = "application/json";

    private final Map<String, MessengerSimAccount> accounts;
    private final MessengerSends sends;
    private final MediaShelf files;
    private final MessengerFaults faults;
    private final EventLog<MessengerEvent> events;
    private final Clockwork clockwork;
    private final Throttle throttle = new Throttle();

    MessengerApi(
            int port,
            Map<String, MessengerSimAccount> accounts,
            MessengerSends sends,
            MediaShelf files,
            MessengerFaults faults,
            EventLog<MessengerEvent> events,
            Clockwork clockwork) {
        super(port, "Messenger", clockwork);
        this.accounts = accounts;
        this.sends = sends;
        this.files = files;
        this.faults = faults;
        this.events = events;
        this.clockwork = clockwork;
        start();
    }

    @Override
    void serve(HttpExchange exchange, byte[] body) {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Matcher sending = MESSAGES.matcher(path);
        Matcher file = FILE.matcher(path);
        Matcher object = OBJECT.matcher(path);
        if (method.equals("POST") && sending.matches()) {
            send(exchange, sending.group(1), body);
        } else if (method.equals("GET") && file.matches()) {
            fetch(exchange, file.group(1));
        } else if (method.equals("GET") && object.matches()) {
            String page = admit(exchange, object.group(1)).pageId();
            note(Kind.GET, page, "", "", 200, "page");
            answer(exchange, 200, JSON, Json.bytes(Json.object("id", page)));
        } else {
            throw new GraphError.Refused(GraphError.unknownObject(method, path));
        }
    }

    @Override
    void refused(HttpExchange exchange, byte[] body, GraphError error) {
        Matcher sending = MESSAGES.matcher(exchange.getRequestURI().getPath());
        String subscriber = Json.read(body)
                .map(request -> request.path("recipient").path("id").asText())
                .orElse("");
        Kind kind = exchange.getRequestMethod().equals("GET") ? Kind.GET : Kind.POST;
        String code = error.code() + (error.subcode() == null ? "" : "/" + error.subcode());
        note(
                kind,
                sending.matches() ? sending.group(1) : "",
                subscriber,
                "",
                error.httpStatus(),
                code + " " + error.title());
    }

    private void send(HttpExchange exchange, String pageId, byte[] body) {
        MessengerSimAccount account = admit(exchange, pageId);
        if (!throttle.admits(pageId, faults.perSecond)) {
            throw refusal(400, 613, "Calls to this api have exceeded the rate limit.");
        }
        faults.nextAnswer().ifPresent(error -> {
            throw new GraphError.Refused(error.plain());
        });
        Taken taken = sends.take(account, body);
        boolean lost = faults.hangsUp();
        int status = lost ? WireEvent.NO_ANSWER : 200;
        note(Kind.POST, pageId, taken.subscriber(), taken.id(), status, taken.detail());
        clockwork.after(faults.answerDelay, () -> {
            if (lost) {
                exchange.close();
            } else {
                answer(exchange, 200, JSON, Json.bytes(taken.answer()));
            }
        });
    }

    /** Whoever has the address of a file may read it, as with Meta's. */
    private void fetch(HttpExchange exchange, String id) {
        Stored stored = files.find(id).orElseThrow(() -> new GraphError.Refused(GraphError.unknownObject("get", id)));
        int status = FileAnswers.give(exchange, stored, files.faults());
        note(Kind.GET, stored.phoneNumberId(), "", id, status, stored.mimeType());
    }

    private MessengerSimAccount admit(HttpExchange exchange, String pageId) {
        if (faults.down) {
            throw refusal(503, 2, "Service temporarily unavailable");
        }
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (accounts.values().stream().noneMatch(each -> ("Bearer " + each.token()).equals(shown))) {
            throw refusal(401, 190, "Invalid OAuth access token - Cannot parse access token");
        }
        MessengerSimAccount account = accounts.get(pageId);
        if (account == null || !("Bearer " + account.token()).equals(shown)) {
            throw new GraphError.Refused(GraphError.unknownObject(exchange.getRequestMethod(), pageId));
        }
        return account;
    }

    private static GraphError.Refused refusal(int status, int code, String message) {
        return new GraphError.Refused(GraphError.of(status, code, null, message, ""));
    }

    private void note(Kind kind, String page, String subscriber, String id, int status, String detail) {
        events.note(new MessengerEvent(Instant.now(), kind, false, page, subscriber, id, status, detail));
    }
}
