package io.parcours.merging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MergeRepository {

    /** What goes with a customer: the table, and what tells its rows apart. */
    private static final Map<String, String> MOVES = new LinkedHashMap<>();

    static {
        MOVES.put("contact_point", "channel || ' ' || address");
        MOVES.put("line", "msisdn");
        MOVES.put("conversation", "id::text");
        MOVES.put("journey_case", "case_number");
        MOVES.put("agent_call", "id::text");
        MOVES.put("complaint", "case_number");
        MOVES.put("goodwill_gesture", "case_number || ' ' || granted_at");
    }

    /** Records that had been merged into the absorbed one. */
    private static final String FORMER = "former";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    MergeRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param moved by table, the rows that went */
    record Remembered(UUID kept, UUID absorbed, Map<String, List<String>> moved) {}

    /** Locks those of the records that are nobody else's part; arrivals for them wait. @return how many */
    int lockWhole(Collection<UUID> customers) {
        return jdbc.sql("select id from customer where id = any (?) and merged_into is null order by id"
                        + " for no key update")
                .param(customers.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .size();
    }

    String name(UUID customer) {
        return jdbc.sql("select coalesce(nullif(concat_ws(' ', first_name, last_name), ''),"
                        + " (select min(address) from contact_point where customer_id = c.id), '?') from customer c"
                        + " where id = ?")
                .param(customer)
                .query(String.class)
                .single();
    }

    Map<String, List<String>> moveAll(UUID from, UUID to) {
        Map<String, List<String>> moved = new LinkedHashMap<>();
        MOVES.forEach((table, key) -> moved.put(
                table,
                jdbc.sql("update " + table + " set customer_id = ? where customer_id = ? returning " + key)
                        .params(to, from)
                        .query(String.class)
                        .list()));
        moved.put(
                FORMER,
                jdbc.sql("update customer set merged_into = ? where merged_into = ? returning id::text")
                        .params(to, from)
                        .query(String.class)
                        .list());
        jdbc.sql("update customer set merged_into = ? where id = ?")
                .params(to, from)
                .update();
        return moved;
    }

    void giveBack(Remembered merge) {
        jdbc.sql("update customer set merged_into = null where id = ?")
                .param(merge.absorbed())
                .update();
        jdbc.sql("update customer set merged_into = ? where id::text = any (?)")
                .params(merge.absorbed(), keys(merge, FORMER))
                .update();
        MOVES.forEach((table, key) -> jdbc.sql(
                        "update " + table + " set customer_id = ? where customer_id = ? and " + key + " = any (?)")
                .params(merge.absorbed(), merge.kept(), keys(merge, table))
                .update());
    }

    private static String[] keys(Remembered merge, String table) {
        return merge.moved().getOrDefault(table, List.of()).toArray(String[]::new);
    }

    UUID remember(UUID kept, UUID absorbed, Map<String, List<String>> moved, String by, Instant now) {
        return jdbc.sql("insert into customer_merge (kept, absorbed, moved, merged_by, merged_at)"
                        + " values (?, ?, ?::jsonb, ?, ?) returning id")
                .params(kept, absorbed, write(moved), by, Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    /** Marks it undone; empty where it is already. */
    Optional<Remembered> take(UUID merge, String by, Instant now) {
        return jdbc.sql("update customer_merge set undone_by = ?, undone_at = ? where id = ? and undone_at is null"
                        + " returning kept, absorbed, moved::text as moved")
                .params(by, Timestamp.from(now), merge)
                .query((row, number) -> new Remembered(
                        row.getObject("kept", UUID.class),
                        row.getObject("absorbed", UUID.class),
                        read(row.getString("moved"))))
                .optional();
    }

    List<CustomerMerge> of(UUID kept) {
        return jdbc.sql("""
                        select m.id, m.absorbed, m.merged_by, m.merged_at,
                               coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''),
                                        split_part(m.moved -> 'contact_point' ->> 0, ' ', 2), '?') as name
                        from customer_merge m join customer c on c.id = m.absorbed
                        where m.kept = ? and m.undone_at is null order by m.merged_at desc
                        """).param(kept).query(MergeRepository::merge).list();
    }

    private static CustomerMerge merge(ResultSet row, int number) throws SQLException {
        return new CustomerMerge(
                row.getObject("id", UUID.class),
                row.getObject("absorbed", UUID.class),
                row.getString("name"),
                row.getString("merged_by"),
                row.getTimestamp("merged_at").toInstant());
    }

    private String write(Map<String, List<String>> moved) {
        try {
            return json.writeValueAsString(moved);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, List<String>> read(String moved) {
        try {
            return json.readValue(moved, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A merge cannot be read", e);
        }
    }
}
