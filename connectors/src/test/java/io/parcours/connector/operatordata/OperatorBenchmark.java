package io.parcours.connector.operatordata;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.bench.Pace;
import io.parcours.bench.Spread;
import io.parcours.bench.Table;
import io.parcours.database.DatabaseLogin;
import io.parcours.database.EmbeddedPostgres;
import io.parcours.operatordata.NotAvailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Look-ups in one operator's database: alone, while eight people ask another operator's that is well, and while the same eight ask
 * it and it answers after 30 seconds; the three take turns. {@code mvn -Pbench verify -Dbench=operator}.
 */
public final class OperatorBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int READERS = 4;
    private static final int ASKERS = 8;
    private static final long APART = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long ASKED_EACH = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long ROUND = TimeUnit.SECONDS.toNanos(8);
    private static final Map<String, String> NUMBER = Map.of("msisdn", "+2290197000001");

    private final EmbeddedPostgres server;

    private OperatorBenchmark(EmbeddedPostgres server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        String wanted = System.getProperty("bench", "all");
        if (wanted.equals("all") || wanted.equals("operator")) {
            try (EmbeddedPostgres server = EmbeddedPostgres.temporary()) {
                new OperatorBenchmark(server).run();
            }
        }
        System.exit(0);
    }

    private void run() throws Exception {
        prepare();
        Spread alone = new Spread();
        Spread besideWell = new Spread();
        Spread besideDead = new Spread();
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (OperatorSystem healthy =
                system("billing", "select offer from subscriber where msisdn = :msisdn", "healthy")) {
            reads(healthy, new Spread());
            for (int round = 0; round < ROUNDS; round++) {
                reads(healthy, alone);
                beside("", () -> reads(healthy, besideWell), answered);
                beside(", pg_sleep(30)", () -> reads(healthy, besideDead), refused);
            }
        }
        Table table = new Table(
                "Look-ups in a healthy database, %d a second, ms; %d rounds of %d s each"
                        .formatted(
                                READERS * TimeUnit.SECONDS.toNanos(1) / APART,
                                ROUNDS,
                                TimeUnit.NANOSECONDS.toSeconds(ROUND)),
                "",
                "p50",
                "p95",
                "p99",
                "longest");
        row(table, "alone", alone);
        row(table, "%d people ask another one (%d times)".formatted(ASKERS, answered.get()), besideWell);
        row(table, "and it answers after 30 s (%d times)".formatted(refused.get()), besideDead);
        table.print();
        System.out.printf("p95, dead / well: %.2f%n", besideDead.quantile(0.95) / besideWell.quantile(0.95));
    }

    private static void row(Table table, String name, Spread millis) {
        table.row(name, millis.median(), millis.quantile(0.95), millis.quantile(0.99), millis.quantile(1));
    }

    /** Each time one of which nobody knows anything yet: the worst moment of a dead one is the first. */
    private void beside(String slowness, Round round, AtomicInteger asked) throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
        AtomicBoolean over = new AtomicBoolean();
        try (OperatorSystem other =
                system("network", "select offer from subscriber" + slowness + " where msisdn = :msisdn", "other")) {
            for (int i = 0; i < ASKERS; i++) {
                askers.execute(() -> ask(other, over, asked));
            }
            round.play();
            over.set(true);
        } finally {
            askers.shutdownNow();
        }
    }

    private interface Round {
        void play() throws Exception;
    }

    private static void ask(OperatorSystem other, AtomicBoolean over, AtomicInteger asked) {
        while (!over.get()) {
            try {
                other.read("read", NUMBER);
            } catch (NotAvailable away) {
                // What is measured is what its neighbours notice of it.
            }
            asked.incrementAndGet();
            LockSupport.parkNanos(ASKED_EACH);
        }
    }

    /** At a set pace, whatever came of the one before, and measured from the moment at which each was due. */
    private static void reads(OperatorSystem system, Spread millis) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Future<?>> all = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < READERS; i++) {
            long first = begin + i * APART / READERS;
            all.add(readers.submit(() -> {
                for (long due = first; due < begin + ROUND; due += APART) {
                    Pace.until(due);
                    system.read("read", NUMBER);
                    synchronized (millis) {
                        millis.add((System.nanoTime() - due) / 1e6);
                    }
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        readers.shutdown();
    }

    private OperatorSystem system(String name, String sql, String tenant) {
        DatabaseLogin login = server.owner();
        OperatorConnection connection =
                OperatorConnection.of(tenant, name, server.url(), login.user(), login.password());
        Map<String, Described> operations = OperatorTestBed.described(connection, """
                operations:
                  - name: read
                    kind: read
                    label: {fr: Offre, en: Offer}
                    parameters:
                      - {name: msisdn, type: msisdn, required: true, label: {fr: Numéro, en: Number}}
                    sql: %s
                    result:
                      rows: one
                      fields:
                        - {name: offer, type: text, label: {fr: Offre, en: Offer}}
                """.formatted(sql));
        return new OperatorSystem(connection, operations, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private void prepare() throws SQLException {
        DatabaseLogin login = server.owner();
        try (Connection own = DriverManager.getConnection(server.url(), login.user(), login.password())) {
            own.createStatement()
                    .execute("create table subscriber (msisdn varchar(20) primary key, offer varchar(60));"
                            + " insert into subscriber select '+22901970' || lpad(n::text, 5, '0'), 'Duo 30 Go'"
                            + " from generate_series(0, 99999) n");
        }
    }
}
