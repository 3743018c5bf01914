package io.parcours.database;

import io.parcours.tenant.TenantContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL at the start of each transaction whose rows it may see. The engine, the features and the connectors all
 * join this one transaction manager, so this is the one place; no tenant means no rows.
 */
class TenantTransactionManager extends JdbcTransactionManager {

    private static final String TENANT = "select set_config('parcours.tenant', ?, true)";
    private static final String SYSTEM = "select set_config('role', ?, true)";

    private final String systemRole;

    TenantTransactionManager(DataSource dataSource, String systemRole) {
        super(dataSource);
        this.systemRole = systemRole;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (TenantContext.isSystem()) {
            set(connection, SYSTEM, systemRole);
        } else if (TenantContext.current().isPresent()) {
            set(connection, TENANT, TenantContext.required());
        }
    }

    private static void set(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
        }
    }
}
