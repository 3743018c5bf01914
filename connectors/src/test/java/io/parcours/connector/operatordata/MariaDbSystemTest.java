package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same against MariaDB, where its server is installed. */
class MariaDbSystemTest extends SqlSystemContract {

    private static MariaDbServer server;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(MariaDbServer.installed(), "mariadbd is not installed");
        server = MariaDbServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    OperatorConnection connection(String name) {
        return OperatorConnection.of(
                OperatorTestBed.TENANT, name, server.url(), MariaDbServer.USER, MariaDbServer.PASSWORD);
    }

    @Override
    Connection own() throws SQLException {
        return DriverManager.getConnection(server.url(), MariaDbServer.USER, MariaDbServer.PASSWORD);
    }

    @Override
    String momentType() {
        return "datetime";
    }

    @Override
    String sleeping(int seconds) {
        return "select sleep(" + seconds + ") as offer";
    }

    @Override
    String writingFunction() {
        return "create or replace function touch() returns int modifies sql data"
                + " begin update subscriber set points = points + 1; return 1; end";
    }

    @Override
    String slowInsert() {
        return "insert into top_up select 'slow', '+229', sleep(0.6)";
    }

    @Test
    void aServerIsHandedNoFileOfOurs() throws SQLException {
        Properties login = new Properties();
        login.put("user", MariaDbServer.USER);
        login.put("password", MariaDbServer.PASSWORD);
        login.putAll(DriverSettings.of(connection("crm")));
        try (Connection connection = DriverManager.getConnection(server.url(), login);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists taken (line text)");
            assertThatThrownBy(() -> statement.execute("load data local infile '/etc/hostname' into table taken"))
                    .isInstanceOf(SQLException.class);
            statement.execute("drop table taken");
        }
    }
}
