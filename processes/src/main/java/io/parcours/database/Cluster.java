package io.parcours.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One PostgreSQL cluster: made, started and stopped with PostgreSQL's own programs. */
final class Cluster {

    private static final int ATTEMPTS = 5;

    private final ServerProgram program;
    private final ServerFolder folder;
    private final boolean durable;

    Cluster(ServerProgram program, ServerFolder folder, boolean durable) {
        this.program = program;
        this.folder = folder;
        this.durable = durable;
    }

    boolean exists() {
        return Files.exists(folder.cluster().resolve("PG_VERSION"));
    }

    void create(String superuserPassword) throws IOException {
        Path passwordFile = folder.path().resolve("superuser.tmp");
        ServerPasswords.createForOwnerOnly(passwordFile);
        Files.writeString(passwordFile, superuserPassword);
        try {
            List<String> command = program.command(
                    "initdb",
                    "--pgdata=" + folder.cluster(),
                    "--username=" + ServerSetUp.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    durable ? "--sync-method=fsync" : "--no-sync");
            if (run(command) != 0) {
                throw new DatabaseUnavailable("The embedded database cannot be made (" + complaint() + ").");
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @return its port
     */
    int start() throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            if (startedOn(port)) {
                return port;
            }
            if (!mayPass()) {
                break;
            }
            pause();
        }
        throw doesNotStart();
    }

    /** Starts the server where its clients expect it. */
    void startAgain(int port) {
        for (int attempt = 1; !startedOn(port); attempt++) {
            if (attempt == ATTEMPTS || !mayPass()) {
                throw doesNotStart();
            }
            pause();
        }
    }

    private boolean startedOn(int port) {
        String options = ServerSettings.asOptions(port, durable);
        return run(program.command(
                        "pg_ctl", pgCtl("start", "-t", "120", "-l", folder.log().toString(), "-o", options)))
                == 0;
    }

    private DatabaseUnavailable doesNotStart() {
        return new DatabaseUnavailable("The embedded database does not start (" + complaint() + ").");
    }

    /** Another program may have taken the port; the last processes of a killed server take a moment to end. */
    private boolean mayPass() {
        String complaint = complaint();
        return complaint.contains("TCP/IP socket")
                || complaint.contains("shared memory block")
                || complaint.contains("lock file");
    }

    void stop() {
        if (postmaster().isEmpty()) {
            return;
        }
        boolean stopped = durable && run(program.command("pg_ctl", pgCtl("stop", "-m", "fast", "-t", "30"))) == 0;
        if (!stopped) {
            run(program.command("pg_ctl", pgCtl("stop", "-m", "immediate", "-t", "30")));
        }
    }

    /** After a kill of our process its server lives on; after a crash of the machine its number may be somebody else's. */
    void stopLeftover() throws IOException {
        stop();
        if (postmaster().isEmpty()) {
            Files.deleteIfExists(pidFile());
        } else {
            throw new DatabaseUnavailable("An earlier embedded database still runs in " + folder.cluster()
                    + " and cannot be stopped (process " + postmaster().get().pid() + ").");
        }
    }

    Optional<ProcessHandle> postmaster() {
        try (Stream<String> lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(String::trim)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(this::isOurs);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return process.isAlive()
                && Arrays.asList(arguments).contains(folder.cluster().toString());
    }

    private Path pidFile() {
        return folder.cluster().resolve("postmaster.pid");
    }

    private String[] pgCtl(String action, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of(action, "-w", "-s", "-D", folder.cluster().toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            throw new DatabaseUnavailable("PostgreSQL's programs cannot be run (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The wait for the embedded database was interrupted.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server's own last word on why it stopped. */
    private String complaint() {
        try {
            List<String> lines = Files.readAllLines(folder.log());
            return lines.stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                    .reduce((first, second) -> second)
                    .map(line -> line.replaceFirst("^.*?(FATAL|error):\\s*", ""))
                    .orElse("see " + folder.log());
        } catch (IOException e) {
            return "see " + folder.log();
        }
    }
}
