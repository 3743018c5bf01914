package io.parcours.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The embedded PostgreSQL as the product runs it, durable, in a folder that goes afterwards; and a look inside for benchmarks. */
public final class BenchServer implements AutoCloseable {

    private static final String STATEMENTS = "pg_stat_statements";

    private final Path folder;
    private final EmbeddedPostgres server;
    private final Connection superuser;
    private boolean closed;

    private BenchServer(Path folder, EmbeddedPostgres server) throws SQLException {
        this.folder = folder;
        this.server = server;
        this.superuser = KeptServer.as(server, server.superuser());
    }

    public static BenchServer start() {
        try {
            Path folder = Files.createTempDirectory("parcours-bench");
            try (EmbeddedPostgres first = EmbeddedPostgres.start(folder);
                    Connection connection = KeptServer.as(first, first.superuser())) {
                // Loaded but asleep: it counts only while a benchmark counts, and then no time is taken.
                run(connection, "alter system set shared_preload_libraries = '" + STATEMENTS + "'");
                run(connection, "alter system set " + STATEMENTS + ".track = 'none'");
            }
            BenchServer bench = new BenchServer(folder, EmbeddedPostgres.start(folder));
            // A benchmark that somebody stops does not leave its server behind.
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
            bench.run("create extension " + STATEMENTS);
            return bench;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The benchmarks' database does not start", e);
        }
    }

    /** The settings by which the application uses this server like any other PostgreSQL. */
    public List<String> applicationSettings() {
        return List.of(
                "parcours.db.url=" + server.url(),
                "parcours.db.user=" + server.app().user(),
                "parcours.db.password=" + server.app().password(),
                "parcours.db.owner-user=" + server.owner().user(),
                "parcours.db.owner-password=" + server.owner().password());
    }

    /** Another, empty database on this server. */
    public String newDatabase(String name) {
        return server.newDatabase(name);
    }

    public String ownerName() {
        return server.owner().user();
    }

    public String ownerPassword() {
        return server.owner().password();
    }

    /** The parent of all the server's processes. */
    public long postmaster() {
        return ProcessHandle.of(number("select pg_backend_pid()"))
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
    }

    /** Begins to count statements, from nothing. */
    public void beginCounting() {
        run("alter system set " + STATEMENTS + ".track = 'top'");
        run("alter system set " + STATEMENTS + ".track_planning = on");
        run("select pg_reload_conf()");
        run("select pg_stat_statements_reset()");
    }

    public void endCounting() {
        run("alter system set " + STATEMENTS + ".track = 'none'");
        run("select pg_reload_conf()");
    }

    /** @return statements, transactions, those of them that wrote something, and bytes of write-ahead log, since some moment */
    public long[] counts(String database) {
        String calls = "select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid"
                + " where d.datname = '" + database + "' and upper(s.query) ";
        return new long[] {
            number(calls + "not in ('BEGIN', 'COMMIT', 'ROLLBACK', 'BEGIN READ ONLY')"),
            number(calls + "in ('BEGIN', 'BEGIN READ ONLY')"),
            number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint"),
            number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
        };
    }

    /** The statements that were counted, the dearest first. */
    public List<String> dearest(String database, int limit) {
        return texts("select calls || ' calls, ' || round(total_exec_time::numeric, 1) || ' ms, '"
                + " || plans || ' plans in ' || round(total_plan_time::numeric, 1) || ' ms: '"
                + " || left(regexp_replace(query, '\\s+', ' ', 'g'), 160) from pg_stat_statements s"
                + " join pg_database d on d.oid = s.dbid where d.datname = '" + database + "'"
                + " order by total_exec_time + total_plan_time desc limit " + limit);
    }

    public void analyze(String database) {
        runIn(database, "vacuum analyze");
    }

    /** Runs statements as nobody but a superuser may. */
    public void runIn(String database, String sql) {
        String url = server.url().replaceFirst("[^/]*$", database);
        try (Connection connection = DriverManager.getConnection(
                url, server.superuser().user(), server.superuser().password())) {
            run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(String sql) {
        run(superuser, sql);
    }

    private static void run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long number(String sql) {
        return Long.parseLong(texts(sql).get(0));
    }

    private List<String> texts(String sql) {
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            superuser.close();
            server.close();
            Folders.delete(folder);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
