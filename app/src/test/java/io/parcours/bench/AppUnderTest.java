package io.parcours.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built application in a process of its own, with the demo's operators, on free ports. */
final class AppUnderTest implements AutoCloseable {

    static final String PHONE = "106540352242922";
    static final String SECRET = "bench-secret";
    private static final Pattern USED = Pattern.compile("(\\d+)K used|used (\\d+)K");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Process process;
    private final int port;
    private final int management;
    private final Path data;
    private final double secondsToReady;

    private AppUnderTest(Process process, int port, int management, Path data, long begin) {
        this.process = process;
        this.port = port;
        this.management = management;
        this.data = data;
        awaitReady(begin);
        this.secondsToReady = (System.nanoTime() - begin) / 1e9;
    }

    /** @param data is made where it is not there: a cold start */
    static AppUnderTest start(Path data, String cloudApi) {
        int port = freePort();
        int management = freePort();
        long begin = System.nanoTime();
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            jar().toString(),
                            "--spring.profiles.active=demo")
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolveSibling("app.log").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "SERVER_PORT",
                            String.valueOf(port),
                            "MANAGEMENT_SERVER_PORT",
                            String.valueOf(management),
                            "PARCOURS_DATA_DIR",
                            data.toString(),
                            "PARCOURS_DEMO_WHATSAPP_URL",
                            cloudApi,
                            "PARCOURS_DEMO_WHATSAPP_PHONE_NUMBER_ID",
                            PHONE,
                            "PARCOURS_DEMO_WHATSAPP_TOKEN",
                            "bench-token",
                            "PARCOURS_DEMO_WHATSAPP_APP_SECRET",
                            SECRET,
                            "PARCOURS_DEMO_WHATSAPP_VERIFY_TOKEN",
                            "bench-verify"));
            return new AppUnderTest(builder.start(), port, management, data, begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The application is not built: mvn -Pbench verify"));
        }
    }

    private void awaitReady(long begin) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest probe = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"))
                .build();
        while (System.nanoTime() - begin < PATIENCE && process.isAlive()) {
            try {
                if (client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens there yet.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        close();
        throw new IllegalStateException("The application does not become ready: see " + data.resolveSibling("app.log"));
    }

    double secondsToReady() {
        return secondsToReady;
    }

    String webhook() {
        return "http://127.0.0.1:" + port + "/webhooks/whatsapp/demo";
    }

    /** Seconds of CPU of the JVM so far. */
    double cpuSeconds() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** Megabytes resident. */
    double resident() {
        return kilobytes(Path.of("/proc", String.valueOf(process.pid()), "status"), "VmRSS:") / 1024.0;
    }

    /** Megabytes of the heap in use after a full collection. */
    double heapAfterCollection() {
        jcmd("GC.run");
        // Metaspace has a line of its own, which is no heap.
        String heap = jcmd("GC.heap_info").replaceAll("(?s) Metaspace.*", "");
        Matcher used = USED.matcher(heap);
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1) == null ? used.group(2) : used.group(1));
        }
        return sum / 1024.0;
    }

    /** Megabytes of PostgreSQL's processes, what they share counted once. */
    double database() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            ProcessHandle postmaster = all.filter(
                            each -> each.info().commandLine().orElse("").contains(data.toString())
                                    && each.info().command().orElse("").endsWith("postgres"))
                    .findFirst()
                    .orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                            .mapToLong(each ->
                                    kilobytes(Path.of("/proc", String.valueOf(each.pid()), "smaps_rollup"), "Pss:"))
                            .sum()
                    / 1024.0;
        }
    }

    private String jcmd(String command) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(process.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kilobytes(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .orElse(0L);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops as an operator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
