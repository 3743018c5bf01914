package io.parcours.bench;

import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.conversation.Broadcasts;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many messages a second each channel takes and acknowledges, and how many leave by it. What comes in are complaints of
 * people who never wrote before, each of which begins a journey; what leaves is a broadcast to those who wrote.
 */
final class ChannelBenchmark {

    private static final int SEVERAL = 8;
    private static final int WARM_SECONDS = 5;
    private static final int FIRST_SECONDS = 20;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 12);
    private static final int QUIET_SECONDS = 3;
    private static final int MOST_OUT = 300;
    private static final String CODE = "complaint.closed.again";
    private static final String SECRET = "bench-secret";
    private static final TelegramSimAccount BOT =
            new TelegramSimAccount("7100200399:bench-token", "bench_bot", "Sahel Mobile");

    private final ProductHere product;
    private final AtomicInteger subscribers = new AtomicInteger();

    private ChannelBenchmark(ProductHere product) {
        this.product = product;
    }

    /** @param folder for the product's database */
    static void run(Path folder) throws Exception {
        try (TelegramSimulator telegram = TelegramSimulator.start(BOT);
                ProductHere product = new ProductHere(
                        folder,
                        "--PARCOURS_DEMO_TELEGRAM_URL=" + telegram.url(),
                        "--PARCOURS_DEMO_TELEGRAM_TOKEN=" + BOT.token(),
                        "--PARCOURS_DEMO_TELEGRAM_BOT_NAME=" + BOT.userName(),
                        "--PARCOURS_DEMO_TELEGRAM_SECRET_TOKEN=" + SECRET)) {
            telegram.subscribe(BOT.botId(), product.url() + "/webhooks/telegram/" + ProductHere.OPERATOR, SECRET);
            new ChannelBenchmark(product).measure(Providers.of(product, telegram, BOT.botId()));
        }
    }

    private void measure(List<Provider> providers) throws Exception {
        Table in = new Table(
                "Complaints of new subscribers, each followed by another as soon as it is taken, %d s"
                        .formatted(SECONDS),
                "channel",
                "at once",
                "taken",
                "a second",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "never taken",
                "CPU ms each, with the journey's steps");
        Table out = new Table(
                "A broadcast to those who wrote",
                "channel",
                "messages",
                "taken by the provider",
                "a second",
                "CPU ms each, with the receipts");
        // The first channel would be measured beside the compilers: some other one goes before it.
        Provider first = providers.get(providers.size() - 2);
        new Writers(first, subscribers).write(SEVERAL, FIRST_SECONDS);
        rest(first);
        for (Provider provider : providers) {
            Instant begin = Instant.now();
            Writers writers = new Writers(provider, subscribers);
            writers.write(SEVERAL, WARM_SECONDS);
            arrive(in, provider, writers, 1);
            if (provider.severalAtOnce()) {
                arrive(in, provider, writers, SEVERAL);
            }
            List<UUID> customers = whoWrote(provider.channel(), begin);
            send(provider, customers.subList(0, customers.size() / 4));
            leave(out, provider, customers);
            in.print();
            out.print();
        }
    }

    private void arrive(Table table, Provider provider, Writers writers, int atOnce) throws Exception {
        rest(provider);
        CpuClock clock = product.clock();
        CpuClock.Reading before = clock.read();
        Writers.Result result = writers.write(atOnce, SECONDS);
        rest(provider);
        table.row(
                provider.name(),
                atOnce,
                result.messages(),
                result.aSecond(),
                result.millis().median(),
                result.millis().quantile(0.95),
                result.millis().quantile(0.99),
                result.neverTaken(),
                clock.read().since(before).total() / result.messages());
    }

    /** Until what was begun has been said. */
    private static void rest(Provider provider) throws InterruptedException {
        int before = -1;
        while (before != provider.received()) {
            before = provider.received();
            Thread.sleep(QUIET_SECONDS * 1_000L);
        }
    }

    private void leave(Table table, Provider provider, List<UUID> customers) throws InterruptedException {
        CpuClock clock = product.clock();
        CpuClock.Reading before = clock.read();
        int received = provider.received();
        long begin = System.nanoTime();
        send(provider, customers);
        double seconds = (System.nanoTime() - begin) / 1e9;
        rest(provider);
        table.row(
                provider.name(),
                customers.size(),
                provider.received() - received,
                customers.size() / seconds,
                clock.read().since(before).total() / customers.size());
    }

    private void send(Provider provider, List<UUID> customers) throws InterruptedException {
        Broadcasts broadcasts = product.bean(Broadcasts.class);
        UUID broadcast = product.here(() -> broadcasts.send(CODE, provider.channel(), customers));
        while (product.here(() -> broadcasts.states(broadcast)).keySet().stream()
                .anyMatch(state -> state.equals("queued") || state.equals("sending"))) {
            Thread.sleep(20);
        }
        System.out.println(provider.name() + ": " + product.here(() -> broadcasts.states(broadcast)));
    }

    private List<UUID> whoWrote(String channel, Instant since) {
        JdbcClient jdbc = product.bean(JdbcClient.class);
        return product.here(() -> product.bean(TransactionTemplate.class).execute(status -> jdbc
                .sql("select distinct v.customer_id from conversation v"
                        + " join message m on m.conversation_id = v.id"
                        + " where m.inbound and v.channel = ? and m.at >= ?")
                .params(channel, Timestamp.from(since.minusSeconds(1)))
                .query(UUID.class)
                .list()
                .stream()
                .limit(MOST_OUT)
                .toList()));
    }
}
