package io.parcours.connector.simulator;

import io.parcours.connector.simulator.TelegramUpdates.Told;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings one bot's updates to its webhook, one after the other, each again and again until the platform has taken it. */
final class TelegramPostman {

    private static final int MOST_DOUBLINGS = 5;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String botId;
    private final TelegramUpdates updates;
    private final TelegramFaults faults;
    private final EventLog<TelegramEvent> events;
    private final Clockwork clockwork;
    private final AtomicBoolean out = new AtomicBoolean();
    private volatile Webhook webhook;
    private volatile int failures;

    TelegramPostman(
            String botId,
            TelegramUpdates updates,
            TelegramFaults faults,
            EventLog<TelegramEvent> events,
            Clockwork clockwork) {
        this.botId = botId;
        this.updates = updates;
        this.faults = faults;
        this.events = events;
        this.clockwork = clockwork;
        updates.whenNews(() -> clockwork.now(this::goOut));
    }

    /** @param secret shown with each update; empty for none */
    record Webhook(String url, String secret) {}

    /** @param now null for none */
    void webhook(Webhook now) {
        webhook = now;
        failures = 0;
        clockwork.now(this::goOut);
    }

    String url() {
        Webhook now = webhook;
        return now == null ? "" : now.url();
    }

    private void goOut() {
        if (webhook == null || !out.compareAndSet(false, true)) {
            return;
        }
        boolean taken = true;
        try {
            List<Told> next = updates.first();
            taken = next.isEmpty() || bring(webhook, next.get(0));
        } finally {
            out.set(false);
        }
        if (!updates.first().isEmpty()) {
            clockwork.after(taken ? Duration.ZERO : pause(), this::goOut);
        }
    }

    private boolean bring(Webhook to, Told update) {
        int status = to == null ? WireEvent.NO_ANSWER : post(to, update);
        boolean taken = status / 100 == 2;
        failures = taken ? 0 : failures + 1;
        if (taken) {
            updates.confirm(update);
        }
        note(update, status);
        return taken;
    }

    private Duration pause() {
        return faults.redeliveryPause.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    }

    private int post(Webhook to, Told update) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to.url()))
                .timeout(faults.patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(update.json())));
        if (!to.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", to.secret() + (faults.signsWrongly() ? "-wrong" : ""));
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return WireEvent.NO_ANSWER;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return WireEvent.NO_ANSWER;
        }
    }

    private void note(Told update, int status) {
        events.note(new TelegramEvent(
                Instant.now(),
                "update",
                true,
                botId,
                update.subscriber(),
                String.valueOf(update.id()),
                status,
                update.what() + (update.copy() > 1 ? " (copy " + update.copy() + ")" : "")));
    }
}
