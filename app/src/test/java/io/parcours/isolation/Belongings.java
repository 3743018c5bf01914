package io.parcours.isolation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What belongs to the other operator, read from PostgreSQL's own catalogue, so that a table made tomorrow joins by itself.
 * For system mode, within a transaction.
 */
class Belongings {

    /** Of each kind of id, the newest. */
    private static final int SAMPLES = 5;

    /** Every column of an operator's tables that something could be asked for by. */
    private static final String KEYS = columns("""
            and (y.typname = 'uuid' or exists (select from pg_index i where i.indrelid = c.oid and a.attnum = any (i.indkey)))
            """);

    private static final String TEXTS = columns("and y.typname <> 'uuid' and c.relname not like 'act\\_%'");

    private static final String NEWEST = """
            select v from (select %1$s::text v, row_number() over (order by ctid desc) r from %2$s
                           where %3$s = :tenant and %1$s::text <> '') n
            group by v order by min(r) limit :samples
            """;

    private final JdbcClient jdbc;

    Belongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param alone whether nobody else has the same */
    record Id(String kind, String value, boolean alone) {}

    /** A column of a table, and the one beside it that says whose row it is. */
    private record Column(String table, String name, String tenant) {
        String in(String sql) {
            return sql.formatted(name, table, tenant);
        }

        String kind() {
            return table + "." + name;
        }
    }

    List<Id> ids() {
        List<Column> keys = columnsOf(KEYS);
        Set<String> others = new HashSet<>();
        keys.forEach(column -> others.addAll(
                jdbc.sql(column.in("select distinct %1$s::text from %2$s where %3$s is distinct from :tenant"))
                        .param("tenant", Neighbour.TENANT)
                        .query(String.class)
                        .list()));
        Map<String, Id> ids = new LinkedHashMap<>();
        keys.forEach(column -> newest(column)
                .forEach(value -> ids.putIfAbsent(value, new Id(column.kind(), value, !others.contains(value)))));
        // By its own name every operator is known.
        ids.remove(Neighbour.TENANT);
        return List.copyOf(ids.values());
    }

    private List<String> newest(Column column) {
        return jdbc.sql(column.in(NEWEST))
                .param("tenant", Neighbour.TENANT)
                .param("samples", SAMPLES)
                .query(String.class)
                .list();
    }

    /** Every table that holds rows of operators, with the column that says whose. */
    List<String[]> tables() {
        return columnsOf(columns("")).stream()
                .map(column -> List.of(column.table(), column.tenant()))
                .distinct()
                .map(table -> table.toArray(String[]::new))
                .toList();
    }

    /** What its people and customers wrote, are called and are reached at, as far as nobody else may read the same. */
    Set<String> words(Supplier<String> readByAnybody) {
        String common = squeezed(othersTexts() + readByAnybody.get());
        Set<String> words = new TreeSet<>(Neighbour.House.WORDS);
        columnsOf(TEXTS)
                .forEach(column -> words.addAll(jdbc.sql(column.in("""
                        select distinct %1$s from %2$s where %3$s = :tenant
                        and (length(%1$s) >= 8 and %1$s like '%% %%' or %1$s ~ '^\\+\\d{8,}$' or %1$s like '%%_@_%%')
                        """))
                        .param("tenant", Neighbour.TENANT)
                        .query(String.class)
                        .list()));
        words.addAll(jdbc.sql("select concat_ws(' ', first_name, last_name) from customer where tenant_id = ?"
                        + " and first_name is not null")
                .param(Neighbour.TENANT)
                .query(String.class)
                .list());
        return words.stream()
                .filter(word -> !common.contains(squeezed(word)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Numbers are shown in groups, texts on several lines: spaces do not count. */
    static String squeezed(String text) {
        return text.replaceAll("[\\s\\h]", "").toLowerCase(Locale.ROOT);
    }

    private String othersTexts() {
        return columnsOf(TEXTS).stream()
                .map(column -> jdbc.sql(
                                column.in("select distinct %1$s from %2$s where %3$s <> :tenant and %1$s is not null"))
                        .param("tenant", Neighbour.TENANT)
                        .query(String.class)
                        .list())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private List<Column> columnsOf(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static String columns(String which) {
        return """
                select quote_ident(c.relname), quote_ident(a.attname), t.attname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                join pg_attribute t on t.attrelid = c.oid and t.attname in ('tenant_id', 'tenant_id_')
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnum <> t.attnum
                join pg_type y on y.oid = a.atttypid and y.typname in ('uuid', 'text', 'varchar')
                where c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select')
                %s order by c.relname, a.attname
                """.formatted(which);
    }
}
