package io.parcours.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.parcours.database.BenchServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.JdbcTemplate;

/** The product's tables for customers, conversations and complaints, without tenants and row-level security. */
final class StockDatabase {

    static final String NAME = "stock";

    private static final String BEFORE = """
            create extension unaccent;
            create table tenant (id text primary key);
            insert into tenant values ('demo');
            create function parcours_tenant() returns text language sql immutable as $$ select 'demo' $$;
            create procedure isolate(tbl regclass, tenant_column name default 'tenant_id') language sql as $$ select 1 $$;
            create sequence case_numbers;
            """;

    private StockDatabase() {}

    static HikariDataSource create(BenchServer server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(NAME);
        pool.setJdbcUrl(server.newDatabase(NAME));
        pool.setUsername(server.ownerName());
        pool.setPassword(server.ownerPassword());
        pool.setMaximumPoolSize(20);
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        jdbc.execute(BEFORE);
        jdbc.execute(script("V4__customers"));
        jdbc.execute(script("V5__conversations"));
        jdbc.execute(script("V7__complaints"));
        return pool;
    }

    static String script(String name) {
        return text("db/migration/" + name + ".sql");
    }

    static String text(String resource) {
        try (InputStream in = StockDatabase.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
