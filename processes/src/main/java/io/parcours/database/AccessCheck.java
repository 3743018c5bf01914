package io.parcours.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Tells before anything else uses it whether another PostgreSQL can be used, and safely, with the given logins. */
final class AccessCheck {

    private static final String REMEDY = ": see db/roles.sql for the roles that Parcours needs.";
    private static final int CONNECT_SECONDS = 10;

    private final DatabaseAccess access;

    AccessCheck(DatabaseAccess access) {
        this.access = access;
    }

    /** @throws DatabaseUnavailable with the sentence for the operator */
    void run() {
        if (access.app().user().equals(access.owner().user())) {
            throw new DatabaseUnavailable("PARCOURS_DB_USER and PARCOURS_DB_OWNER_USER are the same role" + REMEDY);
        }
        asLogin(access.owner(), "PARCOURS_DB_OWNER_USER, PARCOURS_DB_OWNER_PASSWORD", AccessCheck::checkOwner);
        asLogin(access.app(), "PARCOURS_DB_USER, PARCOURS_DB_PASSWORD", AccessCheck::checkApp);
    }

    private void asLogin(DatabaseLogin login, String settings, Check check) {
        try (Connection connection = DriverManager.getConnection(access.url(), credentials(login));
                Statement statement = connection.createStatement()) {
            check.accept(login.user(), statement);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(sentence(e, login, settings), e);
        }
    }

    private static Properties credentials(DatabaseLogin login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
        return properties;
    }

    private static void checkOwner(String user, Statement statement) throws SQLException {
        if (isTrue(statement, "select rolsuper from pg_roles where rolname = current_user")) {
            throw new DatabaseUnavailable("The database role " + user + " is a superuser" + REMEDY);
        }
        if (!isTrue(statement, "select rolbypassrls from pg_roles where rolname = current_user")) {
            throw new DatabaseUnavailable("The database role " + user + " cannot migrate every operator's rows,"
                    + " since it lacks BYPASSRLS" + REMEDY);
        }
    }

    private static void checkApp(String user, Statement statement) throws SQLException {
        if (isTrue(statement, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            throw new DatabaseUnavailable(
                    "The database role " + user + " is a superuser or bypasses row-level security,"
                            + " so that operators would see each other" + REMEDY);
        }
        if (!isTrue(
                statement,
                "select exists (select from pg_roles where rolname = 'parcours_system' and not rolsuper"
                        + " and pg_has_role(current_user, oid, 'MEMBER'))")) {
            throw new DatabaseUnavailable(
                    "The database role " + user + " is not a member of " + EmbeddedPostgres.SYSTEM + REMEDY);
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        }
    }

    private String sentence(SQLException e, DatabaseLogin login, String settings) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return "The database refuses the role " + login.user() + ": check " + settings + ".";
        }
        if (state.equals("3D000") || state.equals("42501")) {
            return "The role " + login.user() + " cannot use the database at " + address() + " (" + firstSentence(e)
                    + ").";
        }
        return "The database at " + address() + " cannot be reached (" + firstSentence(e) + "): check PARCOURS_DB_URL.";
    }

    /** Without parameters, among which somebody may have put a password. */
    private String address() {
        return access.url().replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    /** The driver goes on with advice of its own. */
    private static String firstSentence(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.split("\\.\\s|\\R", 2)[0].replaceFirst("[.\\s]+$", "");
    }

    private interface Check {
        void accept(String user, Statement statement) throws SQLException;
    }
}
