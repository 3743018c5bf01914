package io.parcours.bench;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.ExchangeLine;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.Heard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Calls of strangers, each with two keys: for the language, and for the motive of a complaint. Measured at the exchange, from the
 * key to the begin of the next prompt; between them lie the stored answer, the journey's step and its commit.
 */
final class VoiceBenchmark {

    private static final String APPLICATION = "parcours-bench";
    private static final String NUMBER = "7070";
    private static final int[] CALLS = {1, 20, 50};
    private static final int KEYS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Callers do not press the very moment at which a prompt begins. */
    private static final long THINKING = TimeUnit.MILLISECONDS.toNanos(300);

    private final ExchangeSimulator exchange;
    private final AtomicInteger callers = new AtomicInteger((int) (System.nanoTime() / 1_000_000 % 10_000) * 1_000);

    private VoiceBenchmark(ExchangeSimulator exchange) {
        this.exchange = exchange;
    }

    static void run(Path data, String cloudApi) throws Exception {
        try (ExchangeSimulator exchange =
                        ExchangeSimulator.start("bench", "bench-secret", new ExchangeLine(NUMBER, APPLICATION));
                AppUnderTest app = AppUnderTest.start(
                        data,
                        cloudApi,
                        Map.of(
                                "PARCOURS_DEMO_ARI_URL",
                                exchange.url().replace("//", "//bench:bench-secret@"),
                                "PARCOURS_DEMO_ARI_APP",
                                APPLICATION))) {
            exchange.faults().playbacksLast(Duration.ofSeconds(2));
            VoiceBenchmark bench = new VoiceBenchmark(exchange);
            await(() -> exchange.connected(APPLICATION) ? Optional.of(true) : Optional.empty());
            bench.keys(1, 2 * KEYS, new Spread());
            Table table = new Table(
                    "From key pressed to next prompt, ms",
                    "calls at once",
                    "keys",
                    "p50",
                    "p95",
                    "longest",
                    "no prompt");
            for (int calls : CALLS) {
                Spread millis = new Spread();
                int missed = bench.keys(calls, KEYS, millis);
                table.row(calls, KEYS, millis.median(), millis.quantile(0.95), millis.quantile(1), missed);
            }
            table.print();
        }
    }

    /** @return how many keys were followed by no prompt */
    private int keys(int calls, int keys, Spread millis) throws Exception {
        ExecutorService subscribers = Executors.newFixedThreadPool(calls);
        AtomicInteger missed = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            all.add(subscribers.submit(() -> {
                for (int k = 0; k < keys / calls; k += 2) {
                    call(millis, missed);
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        subscribers.shutdown();
        return missed.get();
    }

    private void call(Spread millis, AtomicInteger missed) {
        CallerHandset caller = exchange.handset("+22901%08d".formatted(callers.incrementAndGet() % 100_000_000));
        if (!caller.call(NUMBER) || heard(caller, "Pour le français").isEmpty()) {
            missed.addAndGet(2);
            return;
        }
        for (String next : List.of("votre réclamation concerne", "enregistrée sous le numéro")) {
            LockSupport.parkNanos(THINKING);
            Instant pressed = Instant.now();
            caller.press("1");
            Optional<Heard> prompt = heard(caller, next);
            if (prompt.isEmpty()) {
                missed.incrementAndGet();
                break;
            }
            synchronized (millis) {
                millis.add(Duration.between(pressed, prompt.get().at()).toNanos() / 1e6);
            }
        }
        caller.hangUp();
    }

    private static Optional<Heard> heard(CallerHandset caller, String words) {
        return await(() -> caller.heard().stream()
                .filter(each -> each.text().contains(words))
                .findFirst());
    }

    private static <T> Optional<T> await(Supplier<Optional<T>> look) {
        Instant until = Instant.now().plus(PATIENCE);
        Optional<T> seen = look.get();
        while (seen.isEmpty() && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            seen = look.get();
        }
        return seen;
    }
}
