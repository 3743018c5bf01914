package io.parcours.connector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What one bot has to be told, in its order: until the platform fetches what comes after, or its webhook has taken it. */
final class TelegramUpdates {

    private static final Duration OVERTAKING = Duration.ofMillis(250);
    private static final String OTHER =
            "Conflict: terminated by other getUpdates request; make sure that only one bot" + " instance is running";

    private final String botId;
    private final TelegramFaults faults;
    private final TelegramLedger ledger;
    private final Clockwork clockwork;
    private final List<Told> waiting = new ArrayList<>();
    private final AtomicLong told = new AtomicLong();
    private long lastId = 100_000;
    private int fetching;
    private Runnable onNews = () -> {};

    TelegramUpdates(String botId, TelegramFaults faults, TelegramLedger ledger, Clockwork clockwork) {
        this.botId = botId;
        this.faults = faults;
        this.ledger = ledger;
        this.clockwork = clockwork;
    }

    /**
     * One update.
     *
     * @param what the name of its field
     * @param copy 1 for the first, more for a deliberate double
     * @param taken to be called when the platform has taken it
     */
    record Told(long id, String what, String subscriber, Map<String, Object> content, int copy, Runnable taken) {

        Map<String, Object> json() {
            return Json.object("update_id", id, what, content);
        }
    }

    void tell(String what, String subscriber, Map<String, Object> content, Runnable taken) {
        Duration pause = faults.shuffles && told.incrementAndGet() % 2 == 1 ? OVERTAKING : Duration.ZERO;
        if (pause.isZero()) {
            add(what, subscriber, content, taken);
        } else {
            clockwork.after(pause, () -> add(what, subscriber, content, taken));
        }
    }

    private void add(String what, String subscriber, Map<String, Object> content, Runnable taken) {
        synchronized (this) {
            for (int copy = 1; copy <= faults.repeats; copy++) {
                waiting.add(new Told(++lastId, what, subscriber, content, copy, taken));
            }
            notifyAll();
        }
        onNews.run();
    }

    /** To be called with what is to happen when there is something to tell. */
    void whenNews(Runnable news) {
        onNews = news;
    }

    /** Something no longer stands in the way. */
    void wake() {
        synchronized (this) {
            notifyAll();
        }
        onNews.run();
    }

    /** Whether anybody ever asked for them. */
    synchronized boolean fetched() {
        return fetching > 0;
    }

    synchronized int pending() {
        return waiting.size();
    }

    synchronized List<Told> first() {
        return faults.held || waiting.isEmpty() ? List.of() : List.of(waiting.get(0));
    }

    /**
     * Waits for updates; whoever waited before is sent away.
     *
     * @param offset the first that is wanted: those before it are confirmed. 0 for whatever there is
     */
    synchronized List<Told> fetch(long offset, int limit, Duration patience) throws InterruptedException {
        confirm(offset);
        int own = ++fetching;
        notifyAll();
        long until = System.nanoTime() + patience.toNanos();
        while (faults.held || waiting.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return List.of();
            }
            wait(left);
            if (own != fetching) {
                throw new TelegramRefusal(409, OTHER, 0);
            }
        }
        return List.copyOf(waiting.subList(0, Math.min(limit, waiting.size())));
    }

    void confirm(Told update) {
        boolean there;
        synchronized (this) {
            there = waiting.remove(update);
        }
        if (there) {
            acknowledge(update);
        }
    }

    private void confirm(long offset) {
        List<Told> confirmed =
                waiting.stream().filter(update -> update.id() < offset).toList();
        waiting.removeAll(confirmed);
        confirmed.forEach(this::acknowledge);
    }

    private void acknowledge(Told update) {
        ledger.acknowledge(new TelegramLedger.Acknowledged(
                Instant.now(), update.id(), botId, update.subscriber(), update.what(), update.copy()));
        update.taken().run();
    }
}
