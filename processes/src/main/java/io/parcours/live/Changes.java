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

    /**
     * Tells what the query {@code news (topic)} before it holds; its one parameter is {@link #tenant()}. A writer may end its
     * own statement with this, and save a turn to the database.
     */
    public static final String TELL = " select pg_notify('" + CHANNEL + "', ? || topic)"
            + " from (select distinct topic from news where topic is not null) n";

    private final JdbcTemplate jdbc;

    Changes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param topics as {@link Live#subscribe} names them, of the tenant in force */
    public void touch(Collection<String> topics) {
        jdbc.query(
                "with news (topic) as (select unnest(?::text[]))" + TELL,
                row -> {},
                topics.toArray(String[]::new),
                tenant());
    }

    /** Before each topic goes whose it is. */
    public static String tenant() {
        return TenantContext.current().orElse("") + "|";
    }
}
