package io.parcours.database;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The embedded server, for what stands in for the outside world beside our own database. */
public final class EmbeddedServer {

    private static final AtomicInteger TEMPORARY = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final boolean shared;

    private EmbeddedServer(EmbeddedPostgres server, boolean shared) {
        this.server = server;
        this.shared = shared;
    }

    /** @param access asked where the data are to be kept, since it has the server */
    static EmbeddedServer of(DatabaseAccess access, DatabaseProperties properties) {
        boolean temporary = properties.embedded() && properties.temporary();
        return new EmbeddedServer(temporary ? TemporaryServers.shared() : access.server(), temporary);
    }

    /** Empty where our own database is on a server that is not ours. On one that tests share, each asker gets another. */
    public Optional<ForeignDatabase> foreignDatabase(String name) {
        String unique = shared ? name + "_" + TEMPORARY.incrementAndGet() : name;
        return Optional.ofNullable(server).map(running -> running.foreignDatabase(unique));
    }
}
