package io.parcours.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What {@code mvn -Pbench verify} runs here; {@code -Dbench=start}, {@code webhooks}, {@code sms}, {@code channels}, {@code voice} or {@code slow} chooses. */
public final class AppBenchmarks {

    private static final int STARTS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int[] RATES = {50, 100, 200};

    private AppBenchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String wanted = System.getProperty("bench", "all");
        Path folder = Files.createTempDirectory("parcours-bench");
        try (CloudApiStub cloudApi = new CloudApiStub()) {
            if (wanted.equals("all") || wanted.equals("start")) {
                starts(folder, cloudApi);
            }
            if (wanted.equals("all") || wanted.equals("webhooks")) {
                webhooks(folder.resolve("webhooks"), cloudApi);
            }
            if (wanted.equals("all") || wanted.equals("sms")) {
                SmsBenchmark.run(folder.resolve("sms"));
            }
            if (wanted.equals("all") || wanted.equals("channels")) {
                ChannelBenchmark.run(folder.resolve("channels"));
            }
            if (wanted.equals("all") || wanted.equals("voice")) {
                VoiceBenchmark.run(folder.resolve("voice"));
            }
            if (wanted.equals("all") || wanted.equals("slow")) {
                SlowSystemBenchmark.run(folder.resolve("slow"));
            }
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void starts(Path folder, CloudApiStub cloudApi) {
        Spread cold = new Spread();
        Spread warm = new Spread();
        Spread coldCpu = new Spread();
        Spread warmCpu = new Spread();
        for (int i = 0; i < STARTS; i++) {
            Path data = folder.resolve("start-" + i);
            start(data, cloudApi, cold, coldCpu);
            start(data, cloudApi, warm, warmCpu);
        }
        Table table = new Table("Start to ready, median (least–most) of " + STARTS, "", "CPU s of the JVM", "seconds");
        table.row("cold: no data folder", coldCpu, cold);
        table.row("warm", warmCpu, warm);
        table.print();
    }

    private static void start(Path data, CloudApiStub cloudApi, Spread seconds, Spread cpu) {
        try (AppUnderTest app = AppUnderTest.start(data, cloudApi.url())) {
            seconds.add(app.secondsToReady());
            cpu.add(app.cpuSeconds());
        }
    }

    private static void webhooks(Path data, CloudApiStub cloudApi) throws InterruptedException {
        Table memory = new Table(
                "Memory, MB", "", "JVM resident", "heap in use after a collection", "PostgreSQL (shared pages once)");
        Table table = WebhookLoad.table(SECONDS);
        try (AppUnderTest app = AppUnderTest.start(data, cloudApi.url())) {
            measure(memory, "after the start", app);
            WebhookLoad load =
                    new WebhookLoad(app.webhook(), new WhatsAppWebhooks(AppUnderTest.PHONE, AppUnderTest.SECRET));
            int status = load.first();
            if (status != 200) {
                System.out.println("The application answers a webhook with " + status + ": not measured.");
                return;
            }
            load.run(RATES[0], 2 * SECONDS);
            for (int rate : RATES) {
                double before = app.cpuSeconds();
                WebhookLoad.add(table, load.run(rate, SECONDS));
                System.out.printf(
                        "%d a second: %.1f ms of JVM CPU a webhook, the journeys' steps included%n",
                        rate, (app.cpuSeconds() - before) * 1_000 / (rate * SECONDS));
                measure(memory, "after " + rate + " webhooks a second for " + SECONDS + " s", app);
            }
        }
        table.print();
        memory.print();
    }

    private static void measure(Table memory, String when, AppUnderTest app) {
        double resident = app.resident();
        memory.row(when, resident, app.heapAfterCollection(), app.database());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
