package io.parcours.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.parcours.database.BenchServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.springframework.context.ConfigurableApplicationContext;

/** Complaints from the subscriber's first message to the solved case, beside the same model on Camunda as it comes. */
final class ComplaintBenchmark {

    private static final int JOURNEYS = Integer.getInteger("bench.journeys", 200);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warmUp", 3);
    private static final int WAITING = 500;
    private static final int[] SENDERS = {1, 4, 8};

    private static final AtomicInteger SUBSCRIBERS = new AtomicInteger();

    private final BenchServer server;
    private final CpuClock cpu;

    private ComplaintBenchmark(BenchServer server) {
        this.server = server;
        this.cpu = new CpuClock(server.postmaster());
    }

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start();
                ConfigurableApplicationContext context = BenchApplication.start(server);
                HikariDataSource stockPool = StockDatabase.create(server);
                StockComplaints stock = new StockComplaints(stockPool)) {
            new ComplaintBenchmark(server)
                    .compare(List.of(new OurComplaints(context), stock.side(false), stock.side(true)));
        }
    }

    private void compare(List<ComplaintSide> sides) {
        // The stock sides share a database.
        sides.subList(0, 2).forEach(this::leaveWaiting);
        Rounds.alternate(WARM_UP, turns(sides, side -> play(side, 4, JOURNEYS)));
        // As in a database that has been in use for a while.
        sides.stream().map(ComplaintSide::database).distinct().forEach(server::analyze);
        Table table = new Table(
                "Complaints end to end, median (least–most) of " + ROUNDS + " rounds of " + JOURNEYS + " journeys",
                "contender",
                "senders",
                "CPU ms to the task",
                "CPU ms to the end",
                "of it JVM",
                "of it PostgreSQL",
                "× stock",
                "journeys/s");
        for (int senders : SENDERS) {
            List<Figures> figures = sides.stream().map(Figures::new).toList();
            Rounds.alternate(
                    ROUNDS,
                    figures.stream()
                            .map(each -> (Runnable) () -> each.add(play(each.side, senders, JOURNEYS)))
                            .toList());
            double stock = figures.get(1).solved.median();
            figures.forEach(each -> each.print(table, senders, stock));
        }
        table.print();
        count(sides);
    }

    /** Journeys that wait for an answer all the while: plans made for empty tables would be the measure of nothing. */
    private void leaveWaiting(ComplaintSide side) {
        int first = SUBSCRIBERS.getAndAdd(WAITING);
        inParallel(4, WAITING, i -> side.receives(msisdn(first + i), "Bonjour, ma facture est fausse"));
        side.awaitSends(WAITING);
    }

    private static List<Runnable> turns(List<ComplaintSide> sides, Consumer<ComplaintSide> turn) {
        return sides.stream().map(side -> (Runnable) () -> turn.accept(side)).toList();
    }

    /** @return CPU until all tasks wait, CPU until all are solved, and the seconds that it took */
    private Played play(ComplaintSide side, int senders, int journeys) {
        int first = SUBSCRIBERS.getAndAdd(journeys);
        CpuClock.Reading before = cpu.read();
        long begin = System.nanoTime();
        inParallel(senders, journeys, i -> side.receives(msisdn(first + i), "Bonjour, ma facture est fausse"));
        side.awaitSends(journeys);
        inParallel(senders, journeys, i -> side.receives(msisdn(first + i), String.valueOf(1 + i % 4)));
        side.awaitSends(journeys);
        CpuClock.Reading waiting = cpu.read().since(before);
        inParallel(
                senders,
                journeys,
                i -> side.solvesNext("agent-" + Thread.currentThread().getName()));
        side.awaitSends(journeys);
        inParallel(senders, journeys, i -> side.receives(msisdn(first + i), "1"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        CpuClock.Reading solved = cpu.read().since(before);
        if (side.open() != WAITING) {
            throw new IllegalStateException(side.name() + " left journeys open");
        }
        return new Played(journeys, waiting, solved, seconds);
    }

    private record Played(int journeys, CpuClock.Reading waiting, CpuClock.Reading solved, double seconds) {}

    private static void inParallel(int threads, int times, IntConsumer action) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            AtomicInteger next = new AtomicInteger();
            Callable<Void> worker = () -> {
                for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                    action.accept(i);
                }
                return null;
            };
            List<Callable<Void>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(worker);
            }
            for (Future<Void> done : pool.invokeAll(workers)) {
                done.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private static String msisdn(int subscriber) {
        return "+22997%06d".formatted(subscriber);
    }

    private void count(List<ComplaintSide> sides) {
        Table table = new Table(
                "A journey in the database (1 sender, counted apart from the times)",
                "contender",
                "statements",
                "transactions",
                "of them writing",
                "WAL kB");
        for (ComplaintSide side : sides) {
            server.beginCounting();
            long[] before = server.counts(side.database());
            play(side, 1, JOURNEYS);
            long[] after = server.counts(side.database());
            server.endCounting();
            table.row(
                    side.name(),
                    (double) (after[0] - before[0]) / JOURNEYS,
                    (double) (after[1] - before[1]) / JOURNEYS,
                    (double) (after[2] - before[2]) / JOURNEYS,
                    (after[3] - before[3]) / 1024.0 / JOURNEYS);
            if (Boolean.getBoolean("bench.statements")) {
                System.out.println("\n" + side.name());
                server.dearest(side.database(), 200).forEach(System.out::println);
            }
        }
        table.print();
    }

    private static final class Figures {

        private final ComplaintSide side;
        private final Spread waiting = new Spread();
        private final Spread solved = new Spread();
        private final Spread jvm = new Spread();
        private final Spread database = new Spread();
        private final Spread rate = new Spread();

        private Figures(ComplaintSide side) {
            this.side = side;
        }

        private void add(Played played) {
            waiting.add(played.waiting().total() / played.journeys());
            solved.add(played.solved().total() / played.journeys());
            jvm.add(played.solved().jvm() / played.journeys());
            database.add(played.solved().database() / played.journeys());
            rate.add(played.journeys() / played.seconds());
        }

        private void print(Table table, int senders, double stock) {
            table.row(side.name(), senders, waiting, solved, jvm, database, stock / solved.median(), rate);
        }
    }
}
