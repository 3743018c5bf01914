package io.parcours.drill;

import io.parcours.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The platform's database seen from outside, as the role that owns it: over all operators. */
final class PlatformDatabase {

    private static final int PORT_LINE = 3;

    private final Path folder;

    PlatformDatabase(Path folder) {
        this.folder = folder;
    }

    long count(String sql, Object... parameters) {
        return jdbc().sql(sql).params(parameters).query(Long.class).single();
    }

    List<String> texts(String sql, Object... parameters) {
        return jdbc().sql(sql).params(parameters).query(String.class).list();
    }

    List<Map<String, Object>> rows(String sql, Object... parameters) {
        return jdbc().sql(sql).params(parameters).query().listOfRows();
    }

    int change(String sql, Object... parameters) {
        return jdbc().sql(sql).params(parameters).update();
    }

    /** The server's first process; read anew each time, since it changes with each start. */
    long postmaster() {
        return Long.parseLong(lines().get(0).trim());
    }

    private JdbcClient jdbc() {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("passwords.properties"))) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = "jdbc:postgresql://127.0.0.1:" + lines().get(PORT_LINE).trim() + "/parcours";
        return JdbcClient.create(
                new DriverManagerDataSource(url, EmbeddedPostgres.OWNER, passwords.getProperty("owner")));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
