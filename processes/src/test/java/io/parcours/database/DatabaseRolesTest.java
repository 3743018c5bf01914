package io.parcours.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseRolesTest {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void twoOperatorsHaveARow() throws SQLException {
        server = EmbeddedPostgres.temporary();
        try (Connection connection = KeptServer.as(server, server.owner());
                Statement statement = connection.createStatement()) {
            statement.execute("create table secret (tenant_id text)");
            statement.execute("insert into secret values ('alpha'), ('beta')");
            statement.execute("alter table secret enable row level security, force row level security");
            statement.execute("create policy tenant on secret to parcours_app"
                    + " using (tenant_id = nullif(current_setting('parcours.tenant', true), ''))");
            statement.execute("create policy system on secret to parcours_system using (true)");
            statement.execute("grant select, delete on secret to parcours_app, parcours_system");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theApplicationSeesTheRowsOfItsOperatorOnly() throws SQLException {
        assertThat(asApp("set parcours.tenant = 'alpha'", "select string_agg(tenant_id, ',') from secret"))
                .isEqualTo("alpha");
        assertThat(asApp("select count(*) from secret")).isEqualTo("0");
    }

    @Test
    void theApplicationSeesAllRowsOnceItTakesTheSystemRole() throws SQLException {
        assertThat(asApp("set role parcours_system", "select count(*) from secret"))
                .isEqualTo("2");
    }

    @Test
    void theApplicationCannotSwitchRowLevelSecurityOff() {
        assertRefused("set row_security = off", "select count(*) from secret");
        assertRefused("alter table secret disable row level security", "select 1");
        assertRefused("alter role parcours_app bypassrls", "select 1");
        assertRefused("set role parcours_owner", "select 1");
    }

    @Test
    void theApplicationCannotCreateTables() {
        assertRefused("create table mine (id int)", "select 1");
        assertRefused("create temporary table mine (id int)", "select 1");
        assertRefused("create schema mine", "select 1");
    }

    @Test
    void theOwnerSeesAllRowsDespiteForcedPolicies() throws SQLException {
        assertThat(KeptServer.value(server, server.owner(), "select count(*) from secret"))
                .isEqualTo("2");
    }

    @Test
    void theOwnerCanAddTheExtensionForTextWithoutAccents() throws SQLException {
        assertThat(KeptServer.value(
                        server,
                        server.owner(),
                        "create extension if not exists unaccent",
                        "select unaccent('règlement')"))
                .isEqualTo("reglement");
    }

    @Test
    void lettersBeyondAsciiHaveCaseAndWordsEndAtPunctuation() throws SQLException {
        assertThat(asApp("select lower('ÉLODIE')")).isEqualTo("élodie");
        assertThat(asApp("select to_tsvector('simple', 'l’été «payé»')::text")).isEqualTo("'l':1 'payé':3 'été':2");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() ->
                        KeptServer.as(server, new DatabaseLogin(server.app().user(), "parcours")))
                .isInstanceOf(SQLException.class)
                .hasFieldOrPropertyWithValue("SQLState", "28P01");
    }

    @Test
    void passwordsAreStoredAsScram() throws SQLException {
        assertThat(KeptServer.value(server, server.app(), "show password_encryption"))
                .isEqualTo("scram-sha-256");
    }

    @Test
    void rolesCanBeMadeAgain() throws SQLException {
        String another = server.newDatabase("another");

        assertThat(another).endsWith("/another");
        assertThat(asApp("select count(*) from secret")).isEqualTo("0");
    }

    private static String asApp(String... statements) throws SQLException {
        return KeptServer.value(server, server.app(), statements);
    }

    private static void assertRefused(String... statements) {
        assertThatThrownBy(() -> asApp(statements))
                .isInstanceOf(SQLException.class)
                .hasFieldOrPropertyWithValue("SQLState", "42501");
    }
}
