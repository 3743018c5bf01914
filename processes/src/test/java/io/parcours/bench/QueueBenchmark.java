package io.parcours.bench;

import static io.parcours.bench.BenchApplication.TENANT;

import com.zaxxer.hikari.HikariDataSource;
import io.parcours.database.BenchServer;
import io.parcours.tenant.TenantContext;
import io.parcours.work.WorkFilter;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The next task and a page of twenty of a queue, with few and very many open tasks, beside the engine's own task query. */
final class QueueBenchmark {

    private static final int[] OPEN = Stream.of(
                    System.getProperty("bench.open", "10000,200000,1000000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int[] AGENTS = {1, 8, 16};
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("bench.window", 1_500));
    private static final List<String> ONE_QUEUE = List.of("complaint-billing");

    /** One way to do one thing, by the agent's name; null where it gave up, since the time was over. */
    private record Contender(String name, BiFunction<String, BooleanSupplier, String> act) {}

    private final BenchServer server;
    private final CpuClock cpu;
    private final Table claims = table("The next task of three queues, claimed", "tasks claimed twice");
    private final Table pages = table("A page of 20 of one queue", "rows");

    private QueueBenchmark(BenchServer server) {
        this.server = server;
        this.cpu = new CpuClock(server.postmaster());
    }

    private static Table table(String title, String last) {
        return new Table(
                title + ", median (least–most) of " + ROUNDS + " rounds",
                "open",
                "agents",
                "contender",
                "CPU ms",
                "× stock",
                "a second",
                "p50 ms",
                "p95 ms",
                last);
    }

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start();
                ConfigurableApplicationContext context = BenchApplication.start(server, "parcours.jobs.enabled=false");
                HikariDataSource pool = StockDatabase.create(server);
                StockComplaints stock = new StockComplaints(pool)) {
            new QueueBenchmark(server).compare(context, stock);
        }
    }

    private void compare(ConfigurableApplicationContext context, StockComplaints stock) {
        WorkQueue queue = context.getBean(WorkQueue.class);
        BenchApplication.Person person = context.getBean(BenchApplication.Person.class);
        List<Contender> claiming = List.of(
                new Contender(
                        "Parcours",
                        (agent, over) -> as(person, agent, () -> queue.claimNext(OurComplaints.QUEUES)
                                .map(WorkItem::taskId)
                                .orElseThrow())),
                new Contender("stock", stock::claimNext));
        List<Contender> paging = List.of(
                new Contender(
                        "Parcours",
                        (agent, over) -> as(person, agent, () -> size(queue.page(WorkFilter.of(ONE_QUEUE), 0, 20)))),
                new Contender("stock", (agent, over) -> size(stock.page(ONE_QUEUE, 20))));
        QueueFilling filling = new QueueFilling(server);
        for (int open : OPEN) {
            filling.upTo(open);
            warmUp(claiming, paging);
            for (int agents : AGENTS) {
                measure(claims, open, agents, claiming, true);
                measure(pages, open, agents, paging, false);
            }
            // After each size, with those before: the last one takes the longest, and whoever stops it has the others.
            claims.print();
            pages.print();
        }
    }

    private static String size(List<?> rows) {
        return String.valueOf(rows.size());
    }

    private static String as(BenchApplication.Person person, String agent, Supplier<String> act) {
        person.is(agent);
        try {
            return TenantContext.call(TENANT, act);
        } finally {
            person.leaves();
        }
    }

    private void warmUp(List<Contender> claiming, List<Contender> paging) {
        for (List<Contender> contenders : List.of(claiming, paging)) {
            contenders.forEach(contender -> window(contender, 16, new Figures()));
        }
    }

    private void measure(Table table, int open, int agents, List<Contender> contenders, boolean once) {
        List<Figures> figures = contenders.stream().map(each -> new Figures()).toList();
        List<Runnable> turns = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            Contender contender = contenders.get(i);
            Figures of = figures.get(i);
            turns.add(() -> window(contender, agents, of));
        }
        Rounds.alternate(ROUNDS, turns);
        double stock = figures.get(1).cpu.median();
        for (int i = 0; i < contenders.size(); i++) {
            Figures of = figures.get(i);
            table.row(
                    "%,d".formatted(open),
                    agents,
                    contenders.get(i).name(),
                    of.cpu,
                    stock / of.cpu.median(),
                    of.rate,
                    of.latency.median(),
                    of.latency.quantile(0.95),
                    once ? of.twice : of.results.iterator().next());
        }
    }

    /** Agents act one thing after the other until the time is up; then each finishes what it has begun. */
    private void window(Contender contender, int agents, Figures figures) {
        ExecutorService pool = Executors.newFixedThreadPool(agents);
        CpuClock.Reading before = cpu.read();
        long begin = System.nanoTime();
        AtomicInteger done = new AtomicInteger();
        // Somebody gets something, however long it takes; who comes away with nothing does not hold the others up.
        BooleanSupplier over = () -> System.nanoTime() - begin > WINDOW && done.get() > 0;
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < agents; i++) {
                String agent = "agent-" + i;
                all.add(pool.submit(() -> act(contender, agent, over, done, figures)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
        figures.rate.add(done.get() / ((System.nanoTime() - begin) / 1e9));
        figures.cpu.add(cpu.read().since(before).total() / done.get());
    }

    private static void act(
            Contender contender, String agent, BooleanSupplier over, AtomicInteger done, Figures figures) {
        long last = System.nanoTime();
        while (!over.getAsBoolean()) {
            String result = contender.act().apply(agent, over);
            if (result != null) {
                long now = System.nanoTime();
                figures.gave(result, now - last);
                done.incrementAndGet();
                last = now;
            }
        }
    }

    private static final class Figures {

        private final Spread cpu = new Spread();
        private final Spread rate = new Spread();
        private final Spread latency = new Spread();
        private final Set<String> results = new HashSet<>();
        private int twice;

        private synchronized void gave(String result, long nanos) {
            latency.add(nanos / 1e6);
            if (!results.add(result)) {
                twice++;
            }
        }
    }
}
