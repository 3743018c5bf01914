package io.parcours.connector.simulator;

import com.sun.net.httpserver.HttpExchange;
import io.parcours.connector.simulator.GraphFiles.Answer;
import io.parcours.connector.simulator.OutboundMessages.Taken;
import io.parcours.connector.simulator.WhatsAppEvent.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP side that the platform calls. */
final class GraphApi extends GraphServer {

    private static final Pattern TEMPLATES = Pattern.compile("/v\\d+\\.\\d+/(\\w+)/message_templates");
    private static final Pattern MESSAGES = Pattern.compile("/v\\d+\\.\\d+/(\\w+)/messages");
    private static final Pattern OBJECT = Pattern.compile("/v\\d+\\.\\d+/(\\w+)");
    private static final Pattern MEDIA = Pattern.compile("/v\\d+\\.\\d+/(\\w+)/media");
    private static final String TOO_MANY =
            "Message failed to send because there were too many messages sent from this phone number in a short period of time.";

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
        super(port, "WhatsApp", clockwork);
        this.accounts = accounts;
        this.messages = messages;
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
        Matcher number = OBJECT.matcher(path);
        if (method.equals("POST") && sending.matches()) {
            send(exchange, sending.group(1), body);
        } else if (method.equals("GET") && TEMPLATES.matcher(path).matches()) {
            templates(exchange, path);
        } else if (method.equals("POST") && MEDIA.matcher(path).matches()) {
            Matcher bringing = MEDIA.matcher(path);
            bringing.matches();
            take(exchange, bringing.group(1), body);
        } else if (method.equals("GET") && number.matches() && accounts.containsKey(number.group(1))) {
            number(exchange, number.group(1));
        } else if (method.equals("GET")) {
            fetch(exchange, path);
        } else {
            throw new GraphError.Refused(GraphError.unknownObject(method, path));
        }
    }

    @Override
    void refused(HttpExchange exchange, byte[] body, GraphError error) {
        Matcher sending = MESSAGES.matcher(exchange.getRequestURI().getPath());
        Kind kind = exchange.getRequestMethod().equals("GET") ? Kind.GET : Kind.POST;
        String detail = error.code() + " " + error.title() + " " + error.details();
        String account = sending.matches() ? sending.group(1) : "";
        note(kind, account, addressee(body), "", error.httpStatus(), detail.strip());
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

    private void take(HttpExchange exchange, String phoneNumberId, byte[] body) {
        WhatsAppSimAccount account = admit(exchange, phoneNumberId);
        String id = files.take(account, FormFile.of(exchange, body));
        note(Kind.POST, phoneNumberId, "", id, 200, "media");
        answer(exchange, 200, "application/json", Json.bytes(Json.object("id", id)));
    }

    /** Whoever has the number's token may ask whether it is there. */
    private void number(HttpExchange exchange, String phoneNumberId) {
        admit(exchange, phoneNumberId);
        note(Kind.GET, phoneNumberId, "", "", 200, "number");
        answer(exchange, 200, "application/json", Json.bytes(Json.object("id", phoneNumberId)));
    }

    private void fetch(HttpExchange exchange, String path) {
        Answer answer = files.fetch(bearer(exchange), url(), path);
        int status = 200;
        if (path.startsWith("/files/")) {
            status = FileAnswers.give(exchange, answer.file(), files.faults());
        } else {
            answer(exchange, 200, answer.type(), answer.body());
        }
        note(Kind.GET, answer.file().phoneNumberId(), "", answer.file().id(), status, answer.type());
    }

    private void templates(HttpExchange exchange, String path) {
        WhatsAppSimAccount bearer = bearer(exchange);
        if (!path.contains("/" + bearer.businessAccountId() + "/")) {
            throw new GraphError.Refused(GraphError.unknownObject("GET", path));
        }
        Object page = TemplatePage.of(url() + path, exchange.getRequestURI().getRawQuery(), messages.templates());
        note(Kind.GET, bearer.phoneNumberId(), "", "message_templates", 200, "");
        answer(exchange, 200, "application/json", Json.bytes(page));
    }

    private WhatsAppSimAccount admit(HttpExchange exchange, String phoneNumberId) {
        WhatsAppSimAccount bearer = bearer(exchange);
        WhatsAppSimAccount account = accounts.get(phoneNumberId);
        if (account == null || !account.token().equals(bearer.token())) {
            throw new GraphError.Refused(GraphError.unknownObject(exchange.getRequestMethod(), phoneNumberId));
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
}
