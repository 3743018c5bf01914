package io.parcours.connector.operatordata;

import io.parcours.database.DatabaseLogin;
import io.parcours.database.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same against PostgreSQL. */
class PostgresSystemTest extends SqlSystemContract {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.temporary();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    OperatorConnection connection(String name) {
        DatabaseLogin login = server.owner();
        return OperatorConnection.of(OperatorTestBed.TENANT, name, server.url(), login.user(), login.password());
    }

    @Override
    Connection own() throws SQLException {
        DatabaseLogin login = server.owner();
        return DriverManager.getConnection(server.url(), login.user(), login.password());
    }

    @Override
    String momentType() {
        return "timestamptz";
    }

    @Override
    String sleeping(int seconds) {
        return "select 'x' as offer from pg_sleep(" + seconds + ")";
    }

    @Override
    String writingFunction() {
        return "create or replace function touch() returns int language sql as"
                + " $$ update subscriber set points = points + 1; select 1 $$";
    }

    @Override
    String slowInsert() {
        return "insert into top_up select 'slow', '+229', 1 from pg_sleep(0.6)";
    }
}
