package io.parcours.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A PostgreSQL server of our own, on a free loopback port, with the roles of {@code db/roles.sql} and a password each.
 *
 * <p>It ends with {@link #close()}, and not before: one that keeps its data is started again where it ends by itself. A server
 * that its killed process left behind is stopped at the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String OWNER = "parcours_owner";
    public static final String APP = "parcours_app";
    public static final String SYSTEM = "parcours_system";
    private static final String DATABASE = "parcours";

    private final ServerFolder folder;
    private final Cluster cluster;
    private final ServerPasswords passwords;
    private final int port;
    private ServerWatch watch;
    private boolean closed;

    private EmbeddedPostgres(ServerFolder folder, Cluster cluster, ServerPasswords passwords, int port) {
        this.folder = folder;
        this.cluster = cluster;
        this.passwords = passwords;
        this.port = port;
    }

    /**
     * Starts the server whose data are kept below the folder, and makes it at the first start.
     *
     * @throws DatabaseUnavailable where the folder cannot be written, is in use, or the server does not start
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        return start(dataFolder, dataFolder.toAbsolutePath().resolve("postgresql/program"));
    }

    static EmbeddedPostgres start(Path dataFolder, Path programs) {
        EmbeddedPostgres server = start(ServerFolder.open(dataFolder.resolve("postgresql")), programs, true);
        server.watch = ServerWatch.over(server.cluster, server.port);
        return server;
    }

    /** Starts an empty server that forgets everything, quick rather than durable, and ends with the JVM at the latest. */
    public static EmbeddedPostgres temporary() {
        return TemporaryServers.start();
    }

    static EmbeddedPostgres start(ServerFolder folder, Path programs, boolean durable) {
        try {
            Cluster cluster = new Cluster(ServerProgram.unpackedBelow(programs), folder, durable);
            cluster.stopLeftover();
            return start(folder, cluster);
        } catch (IOException e) {
            folder.close();
            throw new DatabaseUnavailable(
                    "The embedded database in " + folder.path() + " cannot be prepared (" + e.getMessage() + ").", e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(ServerFolder folder, Cluster cluster) throws IOException {
        Files.deleteIfExists(folder.log());
        if (Files.exists(folder.unfinished())) {
            Folders.delete(folder.cluster());
        }
        ServerPasswords passwords =
                cluster.exists() ? ServerPasswords.read(folder.passwords()) : create(folder, cluster);
        EmbeddedPostgres server = new EmbeddedPostgres(folder, cluster, passwords, cluster.start());
        try {
            server.prepare(DATABASE);
            Files.deleteIfExists(folder.unfinished());
            return server;
        } catch (RuntimeException | IOException e) {
            cluster.stop();
            throw e;
        }
    }

    private static ServerPasswords create(ServerFolder folder, Cluster cluster) throws IOException {
        Files.writeString(folder.unfinished(), "");
        ServerPasswords passwords = ServerPasswords.random();
        passwords.write(folder.passwords());
        cluster.create(passwords.superuser());
        return passwords;
    }

    private void prepare(String database) throws IOException {
        try {
            new ServerSetUp(serverUrl(), passwords).prepare(database);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The roles of the embedded database cannot be set up (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Another, empty database on the same server, with the same roles.
     *
     * @return its JDBC address
     */
    public String newDatabase(String name) {
        try {
            prepare(name);
            return serverUrl() + name;
        } catch (IOException e) {
            throw new DatabaseUnavailable("The database " + name + " cannot be made.", e);
        }
    }

    /**
     * A database on the same server that belongs to somebody else: its owner sees nothing of ours, nor we of it. It is kept where
     * it is there already; the owner's password is a new one each time.
     *
     * @param name of the database and its owner, small letters, digits and underscores
     */
    public ForeignDatabase foreignDatabase(String name) {
        try {
            return new ForeignDatabase(serverUrl() + name, new ServerSetUp(serverUrl(), passwords).foreign(name));
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database " + name + " cannot be made.", e);
        }
    }

    /** The JDBC address, without credentials. */
    public String url() {
        return serverUrl() + DATABASE;
    }

    private String serverUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    /** The role that migrates. */
    public DatabaseLogin owner() {
        return new DatabaseLogin(OWNER, passwords.owner());
    }

    /** The role that the application works with. */
    public DatabaseLogin app() {
        return new DatabaseLogin(APP, passwords.app());
    }

    DatabaseLogin superuser() {
        return new DatabaseLogin(ServerSetUp.SUPERUSER, passwords.superuser());
    }

    /** Stops the server and waits for it; the data stay. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (watch != null) {
                watch.close();
            }
            cluster.stop();
            folder.close();
        }
    }
}
