package io.parcours.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DatabaseConfigurationTest {

    private static final EmbeddedPostgres ANOTHER = EmbeddedPostgres.temporary();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
            .withUserConfiguration(DatabaseConfiguration.class, OneMigration.class);

    @Test
    void theOwnerMigratesAndTheApplicationWorksWithItsOwnRole() {
        application.withPropertyValues("parcours.db.temporary=true").run(context -> {
            assertThat(context).hasNotFailed();
            JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
            assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo(EmbeddedPostgres.APP);
            assertThat(jdbc.queryForObject(
                            "select tableowner from pg_tables where tablename = 'made_by_migration'", String.class))
                    .isEqualTo(EmbeddedPostgres.OWNER);
        });
    }

    @Test
    void theOwnerKeepsNoConnectionAfterTheMigration() {
        application.withPropertyValues("parcours.db.temporary=true").run(context -> {
            JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
            assertThat(jdbc.queryForObject(
                            "select count(*) from pg_stat_activity where usename = 'parcours_owner'", Long.class))
                    .isZero();
        });
    }

    @Test
    void anotherPostgresIsUsedWithTheGivenLogins() {
        another(ANOTHER.app(), ANOTHER.owner())
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedInOneSentence() {
        another(ANOTHER.app(), ANOTHER.owner())
                .withPropertyValues("parcours.db.url=jdbc:postgresql://127.0.0.1:1/parcours?password=hidden")
                .run(context -> assertThat(sentence(context.getStartupFailure()))
                        .startsWith("The database at jdbc:postgresql://127.0.0.1:1/parcours cannot be reached")
                        .doesNotContain("hidden"));
    }

    @Test
    void aDatabaseThatDoesNotExistIsNamedInOneSentence() {
        another(ANOTHER.app(), ANOTHER.owner())
                .withPropertyValues("parcours.db.url=" + ANOTHER.url() + "x")
                .run(context -> assertThat(sentence(context.getStartupFailure()))
                        .contains("cannot use the database at " + ANOTHER.url() + "x"));
    }

    @Test
    void aWrongPasswordIsToldByTheSettingToCheck() {
        another(new DatabaseLogin(EmbeddedPostgres.APP, "wrong"), ANOTHER.owner())
                .run(context -> assertThat(sentence(context.getStartupFailure()))
                        .isEqualTo("The database refuses the role parcours_app:"
                                + " check PARCOURS_DB_USER, PARCOURS_DB_PASSWORD."));
    }

    @Test
    void aSuperuserIsRefusedForTheApplicationAndForTheMigration() {
        another(ANOTHER.superuser(), ANOTHER.owner()).run(context -> assertThat(sentence(context.getStartupFailure()))
                .contains("postgres is a superuser"));
        another(ANOTHER.app(), ANOTHER.superuser()).run(context -> assertThat(sentence(context.getStartupFailure()))
                .contains("postgres is a superuser"));
    }

    @Test
    void theOwnerIsRefusedForTheApplication() {
        another(ANOTHER.owner(), ANOTHER.owner()).run(context -> assertThat(sentence(context.getStartupFailure()))
                .contains("are the same role"));
    }

    @Test
    void anApplicationRoleThatCannotTakeTheSystemRoleIsRefused() {
        JdbcTemplate superuser = new JdbcTemplate(new SingleConnectionDataSource(
                ANOTHER.url(), ANOTHER.superuser().user(), ANOTHER.superuser().password(), true));
        superuser.execute("create role stranger login password 'a-long-secret'");
        superuser.execute("grant connect on database parcours to stranger");

        another(new DatabaseLogin("stranger", "a-long-secret"), ANOTHER.owner())
                .run(context -> assertThat(sentence(context.getStartupFailure()))
                        .contains("stranger is not a member of parcours_system"));
    }

    private ApplicationContextRunner another(DatabaseLogin app, DatabaseLogin owner) {
        return application.withPropertyValues(
                "parcours.db.url=" + ANOTHER.url(),
                "parcours.db.user=" + app.user(),
                "parcours.db.password=" + app.password(),
                "parcours.db.owner-user=" + owner.user(),
                "parcours.db.owner-password=" + owner.password());
    }

    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof DatabaseUnavailable)) {
            cause = cause.getCause();
        }
        assertThat(cause).isNotNull();
        return cause.getMessage();
    }

    /** In place of the product's migrations, which are none of this test's business. */
    static class OneMigration {

        @Bean
        JavaMigration tableOfThisTest() {
            return new TableOfThisTest();
        }

        @Bean
        @Order
        FlywayConfigurationCustomizer otherLocation() {
            return flyway -> flyway.locations("classpath:db/of-this-test").failOnMissingLocations(false);
        }
    }

    static class TableOfThisTest implements JavaMigration {

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion("1");
        }

        @Override
        public String getDescription() {
            return "one table";
        }

        @Override
        public Integer getChecksum() {
            return 1;
        }

        @Override
        public boolean canExecuteInTransaction() {
            return true;
        }

        @Override
        public void migrate(Context context) throws SQLException {
            String appRole = context.getConfiguration().getPlaceholders().get("appRole");
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("create table made_by_migration (id int)");
                statement.execute("grant select on made_by_migration to " + appRole);
            }
        }
    }
}
