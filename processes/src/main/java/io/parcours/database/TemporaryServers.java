package io.parcours.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/** Servers of tests, below the user's own temporary folder; what a killed test run left there is swept away. */
final class TemporaryServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TemporaryServers() {}

    /** One server serves all application contexts of a test run, each with a database of its own. */
    static EmbeddedPostgres shared() {
        return Shared.SERVER;
    }

    /** The JDBC address of an empty database on the shared server. */
    static String newDatabase() {
        return shared().newDatabase("parcours_" + DATABASES.incrementAndGet());
    }

    static EmbeddedPostgres start() {
        try {
            Path home = home();
            ServerFolder folder = newFolder(home);
            EmbeddedPostgres server = EmbeddedPostgres.start(folder, home.resolve("program"), false);
            // After the application's contexts: a server that goes first leaves them waiting for connections.
            SpringApplication.getShutdownHandlers().add(() -> end(server, home, folder.path()));
            return server;
        } catch (IOException e) {
            throw new DatabaseUnavailable("A temporary database cannot be made (" + e.getMessage() + ").", e);
        }
    }

    private static synchronized ServerFolder newFolder(Path home) throws IOException {
        try (FileChannel door = door(home)) {
            Path servers = Files.createDirectories(home.resolve("servers"));
            sweep(servers, home.resolve("program"));
            return ServerFolder.open(servers.resolve(UUID.randomUUID().toString()));
        }
    }

    /** Waits until no other test run makes or sweeps folders: two that did at once took each other's for left behind. */
    private static FileChannel door(Path home) throws IOException {
        FileChannel door = FileChannel.open(home.resolve("door"), CREATE, WRITE);
        door.lock();
        return door;
    }

    /** Refuses a folder that others may write: they could slip in a program of theirs. */
    private static Path home() throws IOException {
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "parcours-" + System.getProperty("user.name"));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(home)).equals("rwx------")) {
            throw new DatabaseUnavailable("The folder " + home + " is open to other users; remove it.");
        }
        return home;
    }

    private static void sweep(Path servers, Path programs) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(servers)) {
            folders = children.toList();
        }
        for (Path path : folders) {
            try (ServerFolder folder = ServerFolder.open(path)) {
                new Cluster(ServerProgram.unpackedBelow(programs), folder, false).stop();
                Folders.delete(folder.path());
            } catch (DatabaseUnavailable inUse) {
                continue;
            }
        }
    }

    private static void end(EmbeddedPostgres server, Path home, Path path) {
        server.close();
        try {
            remove(home, path);
        } catch (IOException e) {
            return; // swept away by the next run
        }
    }

    private static synchronized void remove(Path home, Path path) throws IOException {
        try (FileChannel door = door(home)) {
            Folders.delete(path);
        }
    }

    private static final class Shared {
        static final EmbeddedPostgres SERVER = TemporaryServers.start();
    }
}
