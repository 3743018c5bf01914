package io.parcours.permission;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contacts that were not made because customers may not be contacted so, as they were traced. */
@Component
public class Refusals {

    private static final Duration MONTH = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the last 30 days, the newest first. */
    @Transactional(readOnly = true)
    public List<HeldBack> latest(int limit) {
        return jdbc.sql("""
                        select at, case_number, detail->>'channel' as channel, detail->>'purpose' as purpose,
                               detail->>'reason' as reason
                        from fact where tenant_id = parcours_tenant() and kind = 'contactRefused' and at > ?
                        order by at desc limit ?
                        """)
                .params(since(), limit)
                .query((row, number) -> new HeldBack(
                        row.getTimestamp("at").toInstant(),
                        row.getString("channel"),
                        row.getString("purpose"),
                        row.getString("reason"),
                        row.getString("case_number")))
                .list();
    }

    /** How many in the last 30 days, by reason, the most frequent first. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select detail->>'reason' as reason, count(*) as contacts from fact
                        where tenant_id = parcours_tenant() and kind = 'contactRefused' and at > ?
                        group by 1 order by 2 desc, 1
                        """).param(since()).query(row -> {
            counts.put(row.getString("reason"), row.getInt("contacts"));
        });
        return counts;
    }

    private Timestamp since() {
        return Timestamp.from(Instant.now(clock).minus(MONTH));
    }
}
