package io.parcours.drill;

import static io.parcours.drill.Stage.await;

import io.parcours.Parcours;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The platform as a process of its own, which may be killed and started again on the same data.
 *
 * <p>Its class path is the product's; of the tests it has nothing but the {@link io.parcours.drill.crew crew}, and a text
 * that says how one type of message is treated after a crash.
 */
final class Platform implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    private static final String TESTS = File.separator + "test-classes";

    private final Path home;
    private final Map<String, String> settings = new HashMap<>();
    private final int port = freePort();
    private final int management = freePort();
    private Process process;

    /** @param home a folder of its own, for data and log */
    Platform(Path home, Map<String, String> settings) {
        this.home = home;
        this.settings.putAll(Map.of(
                "SERVER_PORT",
                port + "",
                "SERVER_ADDRESS",
                "127.0.0.1",
                "MANAGEMENT_SERVER_PORT",
                management + "",
                "PARCOURS_DATA_DIR",
                home.resolve("data").toString(),
                "SPRING_PROFILES_ACTIVE",
                "demo,drill"));
        this.settings.putAll(settings);
        DrillExtras.write(home.resolve("extras"));
    }

    /** @return how long it took until the platform said that it serves */
    Duration start() {
        return start(Map.of());
    }

    /** @param more settings for this time only */
    Duration start(Map<String, String> more) {
        Instant begun = Instant.now();
        process = launch(more);
        await("the platform to be ready, see " + log())
                .dontCatchUncaughtExceptions()
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The platform ended by itself, see " + log());
                    }
                    return ready();
                });
        return Duration.between(begun, Instant.now());
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    /** As an administrator does. */
    void stop() {
        process.destroy();
        ended(Duration.ofSeconds(90));
    }

    boolean ready() {
        return status(management, "/actuator/health/readiness") == 200;
    }

    /** Where it answers, without a slash at the end. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    PlatformDatabase database() {
        return new PlatformDatabase(home.resolve("data/postgresql"));
    }

    /** Where it runs. */
    Path home() {
        return home;
    }

    Path log() {
        return home.resolve("platform.log");
    }

    /** Lines of the log that the condition holds for. */
    List<String> logLines(Predicate<String> condition) {
        try {
            return Files.readAllLines(log()).stream().filter(condition).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private Process launch(Map<String, String> more) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Parcours.class.getName());
        builder.environment().keySet().removeIf(name -> name.matches("(PARCOURS|SPRING|SERVER|MANAGEMENT)_.*"));
        builder.environment().putAll(settings);
        builder.environment().putAll(more);
        try {
            return builder.directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String classPath() {
        List<String> entries = new ArrayList<>(List.of(home.resolve("extras").toString()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(TESTS))
                .forEach(entries::add);
        return String.join(File.pathSeparator, entries);
    }

    private void ended(Duration within) {
        try {
            if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The platform did not end within " + within);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int status(int port, String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(15_000);
            connection.setInstanceFollowRedirects(false);
            return connection.getResponseCode();
        } catch (IOException unreachable) {
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
}
