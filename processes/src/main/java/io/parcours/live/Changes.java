package io.parcours.live;

import io.parcours.tenant.TenantContext;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells every node what a transaction changed. PostgreSQL itself holds a notification back until the commit, drops it on a
 * rollback, and sends the same one only once a transaction.
 */
@Component
public class Changes {

    static final String CHANNEL = "parcours";
    private static final String NOTIFY = "select pg_notify('" + CHANNEL + "', topic) from unnest(?) topic";

    private final JdbcTemplate jdbc;

    Changes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param topics {@code work}, {@code case/<number>} or {@code customer/<id>}, of the tenant in force */
    public void touch(Collection<String> topics) {
        String prefix = TenantContext.current().map(tenant -> tenant + "|").orElse("|");
        String[] payloads = topics.stream().distinct().map(prefix::concat).toArray(String[]::new);
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(NOTIFY);
                    statement.setArray(1, connection.createArrayOf("text", payloads));
                    return statement;
                },
                row -> {});
    }
}
