package io.parcours.decisions.bench;

import io.parcours.bench.CpuClock;
import io.parcours.bench.Rounds;
import io.parcours.bench.Spread;
import io.parcours.bench.Table;
import io.parcours.decisions.ComplaintPriority;
import io.parcours.decisions.ComplaintPriority.Case;
import io.parcours.decisions.InboundRouting;
import io.parcours.decisions.InboundRouting.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * What a decision costs: a table of 21 rules and three inputs with us, with Camunda as it comes and with Drools' DMN; and each
 * decision of the product. The contenders take turns, so that a noisy machine is noisy for all. No test.
 */
public final class DecisionBenchmark {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 400_000_000L;
    private static final int COMPARED = 2_000;

    private static final String[] TYPES = {"TECHNICAL", "FINANCIAL", "RELATIONAL"};
    private static final String[] SEGMENTS = {"GOLD", "SILVER", "STANDARD", "BUSINESS"};

    private DecisionBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        String wanted = System.getProperty("bench", "all");
        if (wanted.equals("all") || wanted.equals("decisions")) {
            table();
            product();
        }
    }

    private static void table() throws InterruptedException {
        String file = "bench/bench-table.dmn";
        List<Contender> contenders = List.of(
                Contender.ours(file, "bench-table"),
                Contender.stock(file, "bench-table"),
                Contender.drools(file, "bench-table"));
        List<Map<String, Object>> inputs = generated();
        compare(contenders, inputs);
        for (int threads : new int[] {1, 2}) {
            print(
                    "21 rules, 3 inputs, " + threads + (threads == 1 ? " thread" : " threads"),
                    contenders,
                    inputs,
                    threads);
        }
    }

    private static void product() throws InterruptedException {
        Map<String, Map<String, Object>> decisions = Map.of(
                ComplaintPriority.DECISION, new Case("RELATIONAL", "STANDARD", 0, null, false).inputs(),
                InboundRouting.DECISION, new Arrival("sms", "demo", "MA", 5, true).inputs());
        for (var decision : decisions.entrySet()) {
            String file = "dmn/" + decision.getKey() + ".dmn";
            print(
                    decision.getKey() + ", its last row",
                    List.of(Contender.ours(file, decision.getKey()), Contender.stock(file, decision.getKey())),
                    List.of(decision.getValue()),
                    1);
        }
    }

    private static List<Map<String, Object>> generated() {
        Random random = new Random(21);
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 0; i < COMPARED; i++) {
            inputs.add(Map.of(
                    "type", TYPES[random.nextInt(3)],
                    "segment", SEGMENTS[random.nextInt(4)],
                    "recurrence", random.nextInt(9)));
        }
        return inputs;
    }

    private static void compare(List<Contender> contenders, List<Map<String, Object>> inputs) {
        long equal = inputs.stream()
                .filter(input -> contenders.stream()
                                .map(contender -> plain(contender.decide(input)))
                                .distinct()
                                .count()
                        == 1)
                .count();
        System.out.printf("%nCompared on %d generated inputs: %d results equal.%n", inputs.size(), equal);
        if (equal != inputs.size()) {
            throw new IllegalStateException("The contenders do not agree");
        }
    }

    private static String plain(Map<String, Object> row) {
        return ((Number) row.get("priority")).intValue() + " " + row.get("queue");
    }

    private static void print(String title, List<Contender> contenders, List<Map<String, Object>> inputs, int threads)
            throws InterruptedException {
        List<Spread> cpu = contenders.stream().map(each -> new Spread()).toList();
        List<Spread> rate = contenders.stream().map(each -> new Spread()).toList();
        List<Runnable> turns = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            int index = i;
            turns.add(() -> round(contenders.get(index), inputs, threads, cpu.get(index), rate.get(index)));
        }
        Rounds.alternate(WARM_UP, turns);
        cpu.forEach(Spread::clear);
        rate.forEach(Spread::clear);
        Rounds.alternate(ROUNDS, turns);
        Table table = new Table(
                title + ", median (least–most) of " + ROUNDS + " rounds",
                "contender",
                "CPU µs a decision",
                "× stock",
                "decisions a second");
        for (int i = 0; i < contenders.size(); i++) {
            table.row(
                    contenders.get(i).name(),
                    cpu.get(i),
                    cpu.get(1).median() / cpu.get(i).median(),
                    rate.get(i));
        }
        table.print();
    }

    private static void round(
            Contender contender, List<Map<String, Object>> inputs, int threads, Spread cpu, Spread rate) {
        CpuClock clock = new CpuClock(-1);
        CpuClock.Reading before = clock.read();
        long begin = System.nanoTime();
        long[] answers = new long[threads];
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            int thread = t;
            new Thread(() -> {
                        while (System.nanoTime() - begin < ROUND_NANOS) {
                            contender.decide(inputs.get((int) (answers[thread] % inputs.size())));
                            answers[thread]++;
                        }
                        done.countDown();
                    })
                    .start();
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        long all = 0;
        for (long each : answers) {
            all += each;
        }
        cpu.add(clock.read().since(before).jvm() * 1_000 / all);
        rate.add(all / ((System.nanoTime() - begin) / 1e9));
    }
}
