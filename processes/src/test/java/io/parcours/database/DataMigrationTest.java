package io.parcours.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.tenant.TenantContext;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@JourneyTest
class DataMigrationTest {

    @Autowired
    Flyway flyway;

    /** Takes on the two operators. */
    @Autowired
    Scenario scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aMigrationChangesTheRowsOfEveryOperatorThoughPoliciesAreForced() {
        List.of("demo", "littoral")
                .forEach(tenant -> inTenant(tenant, () -> jdbc.sql(
                                "insert into customer (kind, last_name, segment) values ('customer', 'Migrée', 'STANDARD')")
                        .update()));

        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/testmigration")
                .javaMigrations()
                .table("test_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();

        List.of("demo", "littoral")
                .forEach(tenant -> inTenant(
                        tenant, () -> assertThat(jdbc.sql("select segment from customer where last_name = 'Migrée'")
                                        .query(String.class)
                                        .list())
                                .as(tenant)
                                .containsExactly("SILVER")));
    }

    private void inTenant(String tenant, Runnable action) {
        TenantContext.run(tenant, () -> transaction.executeWithoutResult(status -> action.run()));
    }
}
