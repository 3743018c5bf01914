package io.parcours.connector.operatordata;

import io.parcours.conversation.Problem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Asks a database whether it takes the login and understands the statements, on a connection of its own. Nothing is run there. */
final class SqlProbe {

    private static final int VALID_SECONDS = 3;
    private static final String PATIENCE_SECONDS = "5";
    private static final String PATIENCE_MILLIS = "5000";
    private static final int MARIADB_DENIED_TO_DATABASE = 1044;
    private static final int MARIADB_UNKNOWN_DATABASE = 1049;
    private static final int MARIADB_DENIED_STATEMENT = 1142;

    private final OperatorConnection connection;

    SqlProbe(OperatorConnection connection) {
        this.connection = connection;
    }

    /** Bounded by the driver at each step, not as a whole. */
    Optional<Problem> problem(Collection<Described> operations) {
        try (Connection opened = DriverManager.getConnection(connection.url(), properties())) {
            if (!opened.isValid(VALID_SECONDS)) {
                return Optional.of(Problem.of("system.late"));
            }
            if (DriverSettings.postgres(connection) && ours(opened)) {
                return Optional.of(Problem.of("account.systemOurs"));
            }
            for (Described operation : operations) {
                Optional<Problem> problem = problem(opened, operation);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(meaning(refused));
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("user", connection.user());
        properties.put("password", connection.password());
        boolean postgres = DriverSettings.postgres(connection);
        properties.put("socketTimeout", postgres ? PATIENCE_SECONDS : PATIENCE_MILLIS);
        properties.put("connectTimeout", PATIENCE_MILLIS);
        if (postgres) {
            properties.put("loginTimeout", PATIENCE_SECONDS);
        }
        properties.putAll(DriverSettings.of(connection));
        return properties;
    }

    private static boolean ours(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement();
                ResultSet answer = statement.executeQuery(OurSchema.IS_HERE)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** A driver that looks at a statement only when it is run has nothing to say. */
    private static Optional<Problem> problem(Connection opened, Described operation) {
        try (PreparedStatement statement =
                opened.prepareStatement(operation.statement().prepared())) {
            SqlValues.bind(statement, operation, Map.of(), "probe");
            statement.getMetaData();
            return Optional.empty();
        } catch (SQLFeatureNotSupportedException notAsked) {
            return Optional.empty();
        } catch (SQLException wrong) {
            return Optional.of(
                    Problem.of("system.statement", operation.operation().name(), statement(wrong)));
        }
    }

    private Problem meaning(SQLException refused) {
        String state = state(refused);
        int code = refused.getErrorCode();
        boolean noDatabase = code == MARIADB_UNKNOWN_DATABASE || code == MARIADB_DENIED_TO_DATABASE;
        if (noDatabase || state.equals("3D000") || state.equals("42501")) {
            return Problem.of("system.noDatabase");
        }
        return state.startsWith("28") ? Problem.of("system.login") : Problem.of("system.unreachable", detail(refused));
    }

    private static Problem statement(SQLException wrong) {
        if (wrong.getErrorCode() == MARIADB_DENIED_STATEMENT) {
            return Problem.of("system.noRight");
        }
        return switch (state(wrong)) {
            case "42P01", "42S02" -> Problem.of("system.noTable");
            case "42703", "42S22" -> Problem.of("system.noColumn");
            case "42501" -> Problem.of("system.noRight");
            default -> Problem.of("system.sqlState", detail(wrong));
        };
    }

    /** A code: what a database says may quote values. */
    private static String detail(SQLException failure) {
        return state(failure).isEmpty() ? failure.getClass().getSimpleName() : "SQLSTATE " + state(failure);
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }
}
