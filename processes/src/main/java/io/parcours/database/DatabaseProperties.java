package io.parcours.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where the database is.
 *
 * @param url the JDBC address of a PostgreSQL; empty for the embedded one, which ignores the logins here
 * @param user the role that the application works with
 * @param ownerUser the role that migrates
 * @param dataDir where the embedded database keeps its data
 * @param temporary whether the embedded database forgets everything in the end, for tests
 * @param poolSize how many connections the application holds at most
 */
@ConfigurationProperties("parcours.db")
public record DatabaseProperties(
        @DefaultValue("") String url,
        @DefaultValue(EmbeddedPostgres.APP) String user,
        @DefaultValue("") String password,
        @DefaultValue(EmbeddedPostgres.OWNER) String ownerUser,
        @DefaultValue("") String ownerPassword,
        @DefaultValue(DATA) String dataDir,
        @DefaultValue("false") boolean temporary,
        @DefaultValue("20") int poolSize) {

    private static final String DATA = "data";

    /** A variable that is set to nothing, as compose files do, is none. */
    public DatabaseProperties {
        dataDir = StringUtils.hasText(dataDir) ? dataDir : DATA;
    }

    boolean embedded() {
        return !StringUtils.hasText(url);
    }

    @Override
    public String toString() {
        return embedded() ? "embedded in " + dataDir : url + " as " + user;
    }
}
