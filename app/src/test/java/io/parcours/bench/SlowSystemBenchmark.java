package io.parcours.bench;

import io.parcours.connector.operatordata.OperatorConnection;
import io.parcours.connector.operatordata.OperatorConnections;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.WhatsAppEvent;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.demo.DemoCustomers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What those who complain notice of an operator's database that does not answer, while others ask for their balance, which is
 * looked up there: from writing by WhatsApp to the question. All are the same operator's, on the same threads. Who cannot be told
 * is said so and asked whether an agent shall, which is more work than an answer: what the waiting costs is seen beside the same
 * work without it, once nobody waits for the database any more.
 */
final class SlowSystemBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    /** Until all were asked who wrote in a round. */
    private static final long QUIET = TimeUnit.SECONDS.toMillis(5);
    /** A system that failed is left alone for 30 s; two rounds are over within that time. */
    private static final long WELL_AGAIN = TimeUnit.SECONDS.toMillis(40);

    private static final long COMPLAINTS_APART = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String SMS_ACCOUNT = "sahel";
    private static final String PHONE = DemoCustomers.whatsAppNumberOf(ProductHere.OPERATOR);

    private final WhatsAppSimulator whatsapp;
    private final SmscSimulator centre;
    private final OperatorConnection billing;
    private final AtomicInteger people = new AtomicInteger();
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private volatile Spread millis = new Spread();

    private SlowSystemBenchmark(ProductHere product) {
        this.whatsapp = product.bean(WhatsAppSimulator.class);
        this.centre = product.bean(SmscSimulator.class);
        this.billing = product.bean(OperatorConnections.class).all().stream()
                .filter(each -> each.tenant().equals(ProductHere.OPERATOR)
                        && each.name().equals("billing"))
                .findFirst()
                .orElseThrow();
    }

    /** @param folder for the product's database */
    static void run(Path folder) throws Exception {
        try (ProductHere product = new ProductHere(folder)) {
            new SlowSystemBenchmark(product).measure();
        }
    }

    private void measure() throws Exception {
        Spread nobodyAsks = new Spread();
        Spread well = new Spread();
        Spread silent = new Spread();
        Spread leftAlone = new Spread();
        try (AutoCloseable listening = whatsapp.listen(this::see)) {
            round(new Spread(), true);
            for (int i = 0; i < ROUNDS; i++) {
                round(nobodyAsks, false);
                round(well, true);
                try (Connection silence = silenced()) {
                    round(silent, true);
                    round(leftAlone, true);
                }
                Thread.sleep(WELL_AGAIN);
            }
        }
        Table table = new Table(
                "From a complaint by WhatsApp to its question, ms; %d rounds of %d s each, 5 complaints a second"
                        .formatted(ROUNDS, SECONDS),
                "",
                "complaints",
                "p50",
                "p95",
                "p99",
                "longest");
        row(table, "nobody asks for a balance", nobodyAsks);
        row(table, "five a second ask, and are answered", well);
        row(table, "five a second ask, and the database is silent", silent);
        row(table, "and nobody waits for it any more", leftAlone);
        table.print();
        System.out.printf(
                "p95, silent / answers: %.2f; silent / nobody waits: %.2f%n",
                silent.quantile(0.95) / well.quantile(0.95), silent.quantile(0.95) / leftAlone.quantile(0.95));
    }

    private void row(Table table, String name, Spread spread) {
        table.row(
                name,
                ROUNDS * (int) (TimeUnit.SECONDS.toNanos(SECONDS) / COMPLAINTS_APART),
                spread.median(),
                spread.quantile(0.95),
                spread.quantile(0.99),
                spread.quantile(1));
    }

    /** At a set pace, each measured from the moment at which it was due. */
    private void round(Spread into, boolean balances) throws InterruptedException {
        millis = into;
        long begin = System.nanoTime();
        for (long at = begin; at < begin + TimeUnit.SECONDS.toNanos(SECONDS); at += COMPLAINTS_APART) {
            Pace.until(at);
            int number = people.incrementAndGet();
            String digits = "22901%08d".formatted(60_000_000 + number);
            due.put(digits, at);
            whatsapp.write(PHONE, Subscriber.withNumber(digits, "Abonné"), "Bonjour, ma facture est fausse");
            if (balances) {
                centre.write(SMS_ACCOUNT, "+22901%08d".formatted(50_000_000 + number), "SOLDE");
            }
        }
        Thread.sleep(QUIET);
        if (!due.isEmpty()) {
            throw new IllegalStateException(due.size() + " were not asked");
        }
    }

    private void see(WhatsAppEvent event) {
        Long at = event.toPlatform() || event.kind() != WhatsAppEvent.Kind.POST ? null : due.remove(event.subscriber());
        if (at != null) {
            synchronized (this) {
                millis.add((System.nanoTime() - at) / 1e6);
            }
        }
    }

    /** Whoever asks the database waits for as long as this is open. */
    private Connection silenced() throws SQLException {
        Connection connection = DriverManager.getConnection(billing.url(), billing.user(), billing.password());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            StringBuilder lock = new StringBuilder();
            try (ResultSet tables =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (tables.next()) {
                    lock.append(lock.isEmpty() ? "lock table " : ", ").append(tables.getString(1));
                }
            }
            statement.execute(lock + " in access exclusive mode");
        }
        return connection;
    }
}
