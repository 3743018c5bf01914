package io.parcours.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Started in a JVM of its own, to be killed: writes a row, says so, and waits. */
final class KeptServer {

    private KeptServer() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        write(server, arguments[2]);
        System.out.println("written");
        Thread.currentThread().join();
    }

    static void write(EmbeddedPostgres server, String text) throws SQLException {
        try (Connection connection = as(server, server.owner());
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("insert into note values ('" + text + "')");
        }
    }

    static String texts(EmbeddedPostgres server) throws SQLException {
        return value(server, server.owner(), "select string_agg(text, ',') from note");
    }

    static String value(EmbeddedPostgres server, DatabaseLogin login, String... statements) throws SQLException {
        try (Connection connection = as(server, login);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            try (ResultSet result = statement.executeQuery(statements[statements.length - 1])) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    static Connection as(EmbeddedPostgres server, DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(server.url(), login.user(), login.password());
    }
}
