package io.parcours.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends signed webhooks at a set pace, whether or not the earlier ones have been answered, and measures each from the moment at
 * which it was due: a server that falls behind cannot slow its own examination down.
 *
 * <p>By hand: {@code WebhookLoad <url> <app secret> [phone number id] [rates] [seconds]}.
 */
final class WebhookLoad {

    private final URI url;
    private final WhatsAppWebhooks webhooks;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(4, task -> {
                Thread thread = new Thread(task, "webhook-load");
                thread.setDaemon(true);
                return thread;
            }))
            .build();

    WebhookLoad(String url, WhatsAppWebhooks webhooks) {
        this.url = URI.create(url);
        this.webhooks = webhooks;
    }

    /** What came of one pace. */
    record Result(int rate, int sent, int acknowledged, Spread millis, double latestStart) {}

    public static void main(String[] arguments) throws Exception {
        String phone = arguments.length > 2 ? arguments[2] : "106540352242922";
        String rates = arguments.length > 3 ? arguments[3] : "50,100,200";
        int seconds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 20;
        WebhookLoad load = new WebhookLoad(arguments[0], new WhatsAppWebhooks(phone, arguments[1]));
        Table table = table(seconds);
        for (String rate : rates.split(",")) {
            add(table, load.run(Integer.parseInt(rate), seconds));
        }
        table.print();
    }

    static Table table(int seconds) {
        return new Table(
                "Webhooks acknowledged, %d s at each pace (%s)".formatted(seconds, WhatsAppWebhooks.MIX),
                "a second",
                "sent",
                "acknowledged",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "longest",
                "generator late by at most");
    }

    static void add(Table table, Result result) {
        Spread millis = result.millis();
        table.row(
                result.rate(),
                result.sent(),
                result.acknowledged(),
                millis.median(),
                millis.quantile(0.95),
                millis.quantile(0.99),
                millis.quantile(1),
                result.latestStart());
    }

    int first() throws InterruptedException {
        try {
            return client.sendAsync(request(), HttpResponse.BodyHandlers.discarding())
                    .get()
                    .statusCode();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    Result run(int rate, int seconds) {
        int total = rate * seconds;
        Spread millis = new Spread();
        AtomicInteger acknowledged = new AtomicInteger();
        Phaser underWay = new Phaser(1);
        double latest = 0;
        long begin = System.nanoTime() + 50_000_000;
        for (int i = 0; i < total; i++) {
            long due = begin + i * 1_000_000_000L / rate;
            Pace.until(due);
            latest = Math.max(latest, (System.nanoTime() - due) / 1e6);
            underWay.register();
            client.sendAsync(request(), HttpResponse.BodyHandlers.discarding()).whenComplete((response, failure) -> {
                double took = (System.nanoTime() - due) / 1e6;
                synchronized (millis) {
                    millis.add(took);
                }
                if (failure == null && response.statusCode() == 200) {
                    acknowledged.incrementAndGet();
                }
                underWay.arriveAndDeregister();
            });
        }
        underWay.arriveAndAwaitAdvance();
        return new Result(rate, total, acknowledged.get(), millis, latest);
    }

    private HttpRequest request() {
        byte[] body = webhooks.next();
        return HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", webhooks.signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
