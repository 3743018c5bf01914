package io.parcours.isolation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of the other operator's rows, table by table: which versions of them there are. Taken inside anybody's transaction. */
class Fingerprint {

    private static final String ROWS = """
            select '%1$s', count(*) || ' ' || coalesce(md5(string_agg(tableoid || ' ' || ctid || ' ' || xmin, ','
                   order by tableoid, ctid)), '') from %1$s where %2$s = '%3$s'
            """;

    private final JdbcClient jdbc;
    private final String sql;

    Fingerprint(JdbcClient jdbc, List<String[]> tables) {
        this.jdbc = jdbc;
        this.sql = tables.stream()
                .map(table -> ROWS.formatted(table[0], table[1], Neighbour.TENANT))
                .collect(Collectors.joining(" union all "));
    }

    Map<String, String> taken() {
        role("parcours_system");
        try {
            Map<String, String> rows = new HashMap<>();
            jdbc.sql(sql).query(row -> {
                rows.put(row.getString(1), row.getString(2));
            });
            return rows;
        } finally {
            role("none");
        }
    }

    /** Whether this transaction wrote anything; now and then also true just after another one did. */
    boolean written() {
        return jdbc.sql("select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) > 0 from pg_stat_xact_user_tables")
                .query(Boolean.class)
                .single();
    }

    private void role(String name) {
        jdbc.sql("select set_config('role', ?, true)")
                .param(name)
                .query(String.class)
                .single();
    }
}
