package io.parcours.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.demo.DemoCustomers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From a key to the next prompt, through exchange, journey and database, with several calls at once. */
final class VoiceBenchmark {

    private static final List<Integer> CALLS = Stream.of(
                    System.getProperty("bench.calls", "1,20,50").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int KEYS_A_CALL = 12;
    private static final int FEWEST_KEYS = 24;
    private static final int WARM_CALLS = 20;
    private static final int WARM_KEYS = 120;
    private static final String TIMER = "parcours.voice.key.to.prompt";

    private VoiceBenchmark() {}

    /** @param folder for the product's database */
    static void run(Path folder) throws Exception {
        try (ProductHere product = new ProductHere(folder)) {
            ExchangeSimulator exchange = product.bean(ExchangeSimulator.class);
            while (!exchange.connected(DemoCustomers.telephoneApplicationOf(ProductHere.OPERATOR))) {
                Thread.sleep(50);
            }
            Callers callers = new Callers(exchange);
            callers.press(WARM_CALLS, WARM_KEYS);
            Table table = new Table(
                    "From a key to the beginning of the next prompt, ms",
                    "calls at once",
                    "key presses",
                    "p50",
                    "p95",
                    "longest",
                    "mean",
                    "the product's own timer: presses",
                    "mean");
            Table beginnings = new Table(
                    "From a call that comes in, ms",
                    "calls at once",
                    "calls",
                    "answered p50",
                    "p95",
                    "longest",
                    "spoken to p50",
                    "p95",
                    "longest");
            for (int calls : CALLS) {
                CallBeginnings began = new CallBeginnings();
                try (AutoCloseable listening = exchange.listen(began)) {
                    measure(table, callers, product.bean(MeterRegistry.class), calls);
                }
                beginnings.row(
                        calls,
                        began.count(),
                        began.answered(0.5),
                        began.answered(0.95),
                        began.answered(1),
                        began.spoken(0.5),
                        began.spoken(0.95),
                        began.spoken(1));
                table.print();
                beginnings.print();
            }
            System.out.println("Calls in which nothing was said for half a minute: " + callers.waitedInVain());
        }
    }

    private static void measure(Table table, Callers callers, MeterRegistry registry, int calls) throws Exception {
        Timer own = registry.find(TIMER).tag("tenant", ProductHere.OPERATOR).timer();
        long before = own.count();
        double sum = own.totalTime(TimeUnit.MILLISECONDS);
        KeyToPrompt heard = callers.press(calls, Math.max(FEWEST_KEYS, calls * KEYS_A_CALL));
        long counted = own.count() - before;
        table.row(
                calls,
                heard.count(),
                heard.quantile(0.5),
                heard.quantile(0.95),
                heard.quantile(1),
                heard.mean(),
                counted,
                (own.totalTime(TimeUnit.MILLISECONDS) - sum) / counted);
    }
}
