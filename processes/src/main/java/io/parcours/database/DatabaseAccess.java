package io.parcours.database;

import java.nio.file.Path;

/**
 * The address of the database in use and its two logins.
 *
 * @param server what stops with the application; null where the server is not ours to stop
 */
record DatabaseAccess(String url, DatabaseLogin app, DatabaseLogin owner, EmbeddedPostgres server)
        implements AutoCloseable {

    static DatabaseAccess to(DatabaseProperties properties) {
        if (!properties.embedded()) {
            return external(properties);
        }
        if (properties.temporary()) {
            EmbeddedPostgres shared = TemporaryServers.shared();
            return new DatabaseAccess(TemporaryServers.newDatabase(), shared.app(), shared.owner(), null);
        }
        EmbeddedPostgres kept = EmbeddedPostgres.start(Path.of(properties.dataDir()));
        return new DatabaseAccess(kept.url(), kept.app(), kept.owner(), kept);
    }

    private static DatabaseAccess external(DatabaseProperties properties) {
        DatabaseAccess access = new DatabaseAccess(
                properties.url(),
                new DatabaseLogin(properties.user(), properties.password()),
                new DatabaseLogin(properties.ownerUser(), properties.ownerPassword()),
                null);
        new AccessCheck(access).run();
        return access;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
