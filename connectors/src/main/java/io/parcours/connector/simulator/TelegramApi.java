package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.parcours.connector.simulator.MediaShelf.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP side that the platform calls. */
final class TelegramApi extends LoopbackServer {

    private static final Pattern METHOD = Pattern.compile("/bot([0-9]+:[A-Za-z0-9_-]+)/(\\w+)");
    private static final Pattern FILE = Pattern.compile("/file/bot([0-9]+:[A-Za-z0-9_-]+)/files/(\\w+)");
    private static final String JSON = "application/json";
    private static final byte[] BAD_GATEWAY = "<html><h1>502 Bad Gateway</h1></html>".getBytes();
    private static final int SHOWN = 60;

    private final Collection<TelegramBot> bots;
    private final TelegramMethods methods;
    private final MediaShelf files;
    private final TelegramFaults faults;
    private final EventLog<TelegramEvent> events;
    private final Clockwork clockwork;
    private final Throttle throttle = new Throttle();

    TelegramApi(
            int port,
            Collection<TelegramBot> bots,
            TelegramMethods methods,
            MediaShelf files,
            TelegramFaults faults,
            EventLog<TelegramEvent> events,
            Clockwork clockwork) {
        super(port, "Telegram", clockwork);
        this.bots = bots;
        this.methods = methods;
        this.files = files;
        this.faults = faults;
        this.events = events;
        this.clockwork = clockwork;
        start();
    }

    @Override
    void respond(HttpExchange exchange, byte[] body) {
        Matcher file = FILE.matcher(exchange.getRequestURI().getPath());
        if (file.matches()) {
            give(exchange, file);
            return;
        }
        Matcher called = METHOD.matcher(exchange.getRequestURI().getPath());
        String method = called.matches() ? called.group(2) : "";
        Optional<FormFile> form = FormFile.of(exchange, body);
        JsonNode given =
                form.map(TelegramApi::fields).or(() -> Json.read(body)).orElseGet(JsonNodeFactory.instance::objectNode);
        TelegramBot bot = null;
        try {
            if (faults.down) {
                note(method, null, given, "", 502, "down");
                answer(exchange, 502, "text/html", BAD_GATEWAY);
                return;
            }
            bot = admit(called);
            Object result = form.isPresent() && method.startsWith("send")
                    ? methods.sendFile(bot, method, form.get())
                    : admitted(bot, method, given);
            settle(exchange, bot, method, given, result);
        } catch (TelegramRefusal refusal) {
            note(method, bot, given, "", refusal.code(), refusal.getMessage());
            answer(exchange, refusal.code(), JSON, Json.bytes(refusal.json()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private void give(HttpExchange exchange, Matcher file) {
        Optional<TelegramBot> bot = bots.stream()
                .filter(each -> each.account().token().equals(file.group(1)))
                .findFirst();
        Optional<Stored> stored = bot.flatMap(known -> files.find(file.group(2)));
        int status = 404;
        if (stored.isPresent()) {
            status = FileAnswers.give(exchange, stored.get(), files.faults());
        } else {
            answer(exchange, status, "text/plain", new byte[0]);
        }
        note("file", bot.orElse(null), JsonNodeFactory.instance.objectNode(), file.group(2), status, "");
    }

    private Object admitted(TelegramBot bot, String method, JsonNode given) throws InterruptedException {
        if (method.equals("sendMessage") && !throttle.admits(bot.id(), faults.perSecond)) {
            throw TelegramRefusal.tooMany(1);
        }
        return methods.call(bot, method, given);
    }

    private void settle(HttpExchange exchange, TelegramBot bot, String method, JsonNode given, Object result) {
        boolean message = method.startsWith("send");
        boolean lost = message && faults.hangsUp();
        String id = result instanceof Map<?, ?> told && told.containsKey("message_id")
                ? String.valueOf(told.get("message_id"))
                : "";
        boolean idle = result instanceof Collection<?> none && none.isEmpty();
        if (!idle) {
            String detail = result instanceof Collection<?> some ? some.size() + " updates" : text(given);
            note(method, bot, given, id, lost ? WireEvent.NO_ANSWER : 200, detail);
        }
        byte[] answer = Json.bytes(Json.object("ok", true, "result", result));
        Runnable finish = () -> {
            if (lost) {
                exchange.close();
            } else {
                answer(exchange, 200, JSON, answer);
            }
        };
        if (message && !faults.answerDelay.isZero()) {
            clockwork.after(faults.answerDelay, finish);
        } else {
            finish.run();
        }
    }

    private TelegramBot admit(Matcher called) {
        Optional<TelegramBot> bot = !called.matches()
                ? Optional.empty()
                : bots.stream()
                        .filter(each -> each.account().token().equals(called.group(1)))
                        .findFirst();
        if (!called.matches()) {
            throw new TelegramRefusal(404, "Not Found", 0);
        }
        return bot.filter(known -> !faults.revoked).orElseThrow(() -> new TelegramRefusal(401, "Unauthorized", 0));
    }

    private static JsonNode fields(FormFile form) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        form.fields().forEach(fields::put);
        return fields;
    }

    private static String text(JsonNode given) {
        String text = given.path("text").asText().replace('\n', ' ');
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    private void note(String method, TelegramBot bot, JsonNode given, String id, int status, String detail) {
        String chat = given.path("chat_id").asText();
        events.note(
                new TelegramEvent(Instant.now(), method, false, bot == null ? "" : bot.id(), chat, id, status, detail));
    }
}
