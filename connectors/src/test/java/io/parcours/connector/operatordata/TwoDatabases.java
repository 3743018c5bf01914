package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.account.WrongValue;
import io.parcours.database.DatabaseLogin;
import io.parcours.database.EmbeddedPostgres;
import io.parcours.database.ForeignDatabase;
import io.parcours.operatordata.SystemState;
import io.parcours.tenant.TenantContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Systems of an operator on a real PostgreSQL with two databases, and one more that is the platform's own in disguise. */
abstract class TwoDatabases {

    static final String DEMO = "demo";
    static EmbeddedPostgres server;
    static ForeignDatabase here;
    static ForeignDatabase there;
    static ForeignDatabase disguised;

    OperatorTestBed bed;
    SystemAccountKind kind;

    @BeforeAll
    static void start() throws SQLException {
        server = EmbeddedPostgres.temporary();
        here = server.foreignDatabase("here");
        there = server.foreignDatabase("there");
        disguised = server.foreignDatabase("disguised");
        try (Connection connection = own(disguised);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists public");
            statement.execute("create or replace function public.parcours_tenant() returns text language sql"
                    + " as $$ select 'x' $$");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void set() {
        bed = new OperatorTestBed(connection("billing", here).describedBy("trial-slow"));
        kind = kind(bed.maker);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    SystemAccountKind kind(SystemMaker maker) {
        return new SystemAccountKind(bed.systems, maker, new SystemValues((host, port, name) -> server.url()
                .endsWith(":" + port + "/" + name)));
    }

    static void wrong(Runnable action, String code) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(WrongValue.class, wrong -> assertThat(
                        wrong.problem().code())
                .isEqualTo(code));
    }

    String place() {
        return (String) bed.reads("crm.place", Map.of()).first().orElseThrow().get("place");
    }

    List<SystemState> states(String tenant) {
        return TenantContext.call(tenant, bed.systems::states);
    }

    static AccountValues crm(ForeignDatabase database) {
        return values(
                "crm",
                Map.of(
                        "url", database.url(),
                        "user", database.owner().user(),
                        "password", database.owner().password()));
    }

    /** Of a database, with what is given in place of it; what is empty is left out, as the service does it. */
    static AccountValues values(String name, Map<String, String> given) {
        Map<String, String> values = new HashMap<>(Map.of(
                "url", here.url(),
                "user", here.owner().user(),
                "password", here.owner().password(),
                "operations", "trial-slow"));
        values.putAll(given);
        values.values().removeIf(String::isEmpty);
        return new AccountValues(DEMO, AccountKind.SYSTEM, name, values);
    }

    static OperatorConnection connection(String name, ForeignDatabase database) {
        return OperatorConnection.of(
                DEMO,
                name,
                database.url(),
                database.owner().user(),
                database.owner().password());
    }

    static Connection own(ForeignDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    static int connections(ForeignDatabase database) {
        String name = database.owner().user();
        return number(
                server.url(), server.owner(), "select count(*) from pg_stat_activity where datname = '" + name + "'");
    }

    static int number(String url, DatabaseLogin login, String query) {
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
