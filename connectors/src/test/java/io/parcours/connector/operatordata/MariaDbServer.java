package io.parcours.connector.operatordata;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A throwaway MariaDB on a free loopback port, from the machine's own package. */
final class MariaDbServer implements AutoCloseable {

    static final String USER = "trial";
    static final String PASSWORD = "trial-secret";
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/bin");

    private final Path folder;
    private final Process process;
    private final int port;

    private MariaDbServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    static boolean installed() {
        return program("mariadbd") != null && program("mariadb-install-db") != null;
    }

    static MariaDbServer start() throws IOException {
        Path folder = Files.createTempDirectory("parcours-mariadb");
        String user = "--user=" + System.getProperty("user.name");
        Path data = folder.resolve("data");
        run(folder, program("mariadb-install-db"), "--no-defaults", "--datadir=" + data, user, "--skip-test-db");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path setUp = folder.resolve("set-up.sql");
        Files.writeString(
                setUp,
                "create database operator;\ncreate user '%s'@'%%' identified by '%s';\ngrant all on operator.* to '%s'@'%%';\n"
                        .formatted(USER, PASSWORD, USER));
        Process process = new ProcessBuilder(
                        program("mariadbd"),
                        "--no-defaults",
                        user,
                        "--datadir=" + data,
                        "--socket=" + folder.resolve("s"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--init-file=" + setUp,
                        "--innodb-buffer-pool-size=16M",
                        "--innodb-flush-log-at-trx-commit=0",
                        "--skip-name-resolve")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        MariaDbServer server = new MariaDbServer(folder, process, port);
        server.awaitAnswer();
        return server;
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/operator";
    }

    private void awaitAnswer() throws IOException {
        for (int attempt = 0; attempt < 300 && process.isAlive(); attempt++) {
            try (Connection connection = DriverManager.getConnection(url(), USER, PASSWORD)) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                pause();
            }
        }
        String log = Files.readString(folder.resolve("log"));
        close();
        throw new IllegalStateException("MariaDB does not start: " + log);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Path folder, String... command) throws IOException {
        Path log = folder.resolve("install.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("MariaDB cannot be set up: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String program(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
