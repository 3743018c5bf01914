package io.parcours.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a superuser does on another PostgreSQL by hand: the database, the roles of {@code db/roles.sql}, passwords. */
final class ServerSetUp {

    static final String SUPERUSER = "postgres";
    private static final String SCRIPT = "/db/roles.sql";

    private final String serverUrl;
    private final ServerPasswords passwords;

    ServerSetUp(String serverUrl, ServerPasswords passwords) {
        this.serverUrl = serverUrl;
        this.passwords = passwords;
    }

    void prepare(String database) throws SQLException, IOException {
        createDatabase(database);
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(script());
            // Made of letters, digits, '-' and '_' only.
            statement.execute("alter role parcours_owner password '" + passwords.owner() + "'");
            statement.execute("alter role parcours_app password '" + passwords.app() + "'");
        }
    }

    /** A database whose owner is a role of that name, which may enter no other one by right of ownership. */
    DatabaseLogin foreign(String name) throws SQLException {
        if (!name.matches("[a-z][a-z0-9_]{0,40}") || name.startsWith("parcours")) {
            throw new IllegalArgumentException("Not the name of a foreign database: " + name);
        }
        String password = ServerPasswords.random().app();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            // The name was looked at; the password is made of letters, digits, '-' and '_' only.
            if (!roleExists(connection, name)) {
                statement.execute("create role " + name + " login nosuperuser nocreatedb nocreaterole");
            }
            statement.execute("alter role " + name + " password '" + password + "'");
            if (!exists(connection, name)) {
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect on database " + name + " from public");
            }
        }
        return new DatabaseLogin(name, password);
    }

    private static boolean roleExists(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    private void createDatabase(String database) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(connection, database)) {
                statement.execute("create database " + statement.enquoteIdentifier(database, true));
            }
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, database);
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(serverUrl + database, SUPERUSER, passwords.superuser());
    }

    private static String script() throws IOException {
        try (InputStream in = ServerSetUp.class.getResourceAsStream(SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
