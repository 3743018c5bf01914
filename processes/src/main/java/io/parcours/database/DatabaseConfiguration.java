package io.parcours.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The database: embedded unless an address is given, migrated by its owner, used by a role that owns nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean
    DatabaseAccess databaseAccess(DatabaseProperties properties) {
        return DatabaseAccess.to(properties);
    }

    @Bean
    EmbeddedServer embeddedServer(DatabaseAccess access, DatabaseProperties properties) {
        return EmbeddedServer.of(access, properties);
    }

    @Bean
    OwnDatabase ownDatabase(DatabaseAccess access) {
        return new OwnDatabase(access.url());
    }

    @Bean
    DataSource dataSource(DatabaseAccess access, DatabaseProperties properties) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("parcours");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.app().user());
        pool.setPassword(access.app().password());
        pool.setMaximumPoolSize(properties.poolSize());
        giveUpInTime(pool);
        planOnce(pool);
        pool.addDataSourceProperty("ApplicationName", "parcours");
        // An error's detail quotes the row, and with it what a person wrote.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    /**
     * Whoever delivers a message waits some ten seconds for the answer: by then it must have one, if only "not now". A server
     * that is gone without a word is noticed too, since none of our statements takes a minute.
     */
    private static void giveUpInTime(HikariDataSource pool) {
        pool.setConnectionTimeout(5_000);
        pool.setValidationTimeout(2_000);
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("socketTimeout", "60");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
    }

    /**
     * The same few hundred small statements come again for ever: each is planned once a connection, and looks rows up by an
     * index even while a table is small, since it will not stay so and nobody plans again.
     */
    private static void planOnce(HikariDataSource pool) {
        pool.addDataSourceProperty("prepareThreshold", "1");
        // The engine writes a journey's variables as one batch: one statement of many rows.
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        pool.addDataSourceProperty("preparedStatementCacheSizeMiB", "16");
        pool.addDataSourceProperty(
                "options", "-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1 -c jit=off");
    }

    /** The owner's connections are no bean: nobody gets them by chance, no health check opens them, and none stays open. */
    @Bean
    @Order(0)
    FlywayConfigurationCustomizer migrationSettings(DatabaseAccess access) {
        DatabaseLogin owner = access.owner();
        return flyway -> flyway.dataSource(access.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .cleanDisabled(true)
                .placeholders(Map.of("appRole", access.app().user(), "systemRole", EmbeddedPostgres.SYSTEM));
    }
}
