package io.parcours.connector.operatordata;

import com.zaxxer.hikari.HikariDataSource;
import io.parcours.operatordata.ActUnknown;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * An operator's database, through a small pool of its own. Reads run in a read-only transaction that is rolled back, writes in
 * one that is committed unless the caller waits no more.
 */
final class SqlBackend implements Backend {

    /** A driver breaks a connection on the thread that noticed. */
    private static final Executor AT_ONCE = Runnable::run;

    private static final int MARGIN_MILLIS = 500;

    private final HikariDataSource pool;
    private final boolean standard;

    /** @param trusted whether whoever runs the installation chose the address */
    SqlBackend(OperatorConnection connection, boolean trusted) {
        this.pool = new HikariDataSource();
        this.standard = connection.url().matches("jdbc:(postgresql|mariadb|mysql):.*");
        pool.setPoolName("operator-" + connection.tenant() + "-" + connection.name());
        pool.setJdbcUrl(connection.url());
        pool.setUsername(connection.user());
        pool.setPassword(connection.password());
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(connection.options().concurrent());
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(60_000);
        pool.setConnectionTimeout(connection.options().connectTimeout().toMillis());
        pool.setValidationTimeout(250);
        // A system that is away must not keep the application from starting.
        pool.setInitializationFailTimeout(-1);
        DriverSettings.of(connection).forEach(pool::addDataSourceProperty);
        if (!trusted && DriverSettings.postgres(connection)) {
            pool.setConnectionInitSql(OurSchema.MUST_NOT_BE_HERE);
            // In a transaction of its own, since ours begin afresh.
            pool.setIsolateInternalQueries(true);
        }
    }

    @Override
    public String kind() {
        return "SQL";
    }

    @Override
    public List<Map<String, Object>> call(Described operation, Map<String, Object> values, String key, LastWord word) {
        try (Connection connection = pool.getConnection()) {
            int millis = Math.toIntExact(operation.operation().timeout().toMillis()) + MARGIN_MILLIS;
            connection.setNetworkTimeout(AT_ONCE, millis);
            return operation.operation().write()
                    ? write(connection, operation, values, key, word)
                    : read(connection, operation, values);
        } catch (SQLTransientConnectionException none) {
            throw new NotAvailable("no-connection", none);
        } catch (SQLException failure) {
            throw meaning(failure, word);
        }
    }

    private List<Map<String, Object>> read(Connection connection, Described operation, Map<String, Object> values)
            throws SQLException {
        connection.setReadOnly(true);
        try {
            if (standard) {
                readOnly(connection);
            }
            return run(connection, operation, values, null);
        } finally {
            connection.rollback();
        }
    }

    /** Of the databases that we know it is said in so many words: a driver may take the flag for a mere hint. */
    private static void readOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction read only");
        }
    }

    private List<Map<String, Object>> write(
            Connection connection, Described operation, Map<String, Object> values, String key, LastWord word)
            throws SQLException {
        boolean done = false;
        try {
            List<Map<String, Object>> rows = run(connection, operation, values, key);
            if (!word.mayDo()) {
                throw new NotAvailable("timeout", null);
            }
            connection.commit();
            done = true;
            return rows;
        } finally {
            if (!done && !connection.isClosed()) {
                connection.rollback();
            }
        }
    }

    private List<Map<String, Object>> run(
            Connection connection, Described operation, Map<String, Object> values, String key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(operation.statement().prepared())) {
            statement.setQueryTimeout(seconds(operation));
            statement.setMaxRows(operation.operation().list() ? operation.limit() : 1);
            SqlValues.bind(statement, operation, values, key);
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    return changed(SqlValues.rows(rows, operation), operation);
                }
            }
            boolean changed = !operation.operation().write() || statement.getUpdateCount() > 0;
            return changed ? List.of() : changed(List.of(), operation);
        }
    }

    private static List<Map<String, Object>> changed(List<Map<String, Object>> rows, Described operation) {
        if (operation.operation().write() && rows.isEmpty()) {
            throw new OperationRefused("nothing-changed");
        }
        return rows;
    }

    private static int seconds(Described operation) {
        return Math.toIntExact((operation.operation().timeout().toMillis() + 999) / 1000);
    }

    /** Codes only: a message of the database quotes values. */
    private static RuntimeException meaning(SQLException failure, LastWord word) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (word.begun()) {
            return new ActUnknown("commit", failure);
        }
        boolean ofValues = state.startsWith("22") || state.startsWith("23");
        if (ofValues || state.equals("P0001") || state.equals("45000")) {
            return new OperationRefused("sql-" + state);
        }
        return new NotAvailable(state.isEmpty() ? "sql" : "sql-" + state, failure);
    }

    @Override
    public void close() {
        pool.close();
    }
}
