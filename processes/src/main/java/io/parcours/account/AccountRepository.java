package io.parcours.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private static final String SELECT = "select tenant_id, channel, name, settings, secrets from channel_account";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AccountRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param secrets as they are stored: sealed */
    record Stored(
            String tenant, String channel, String name, Map<String, String> settings, Map<String, String> secrets) {

        /** Where its secrets belong. */
        String place() {
            return tenant + "/" + channel + "/" + name;
        }
    }

    /** Those of the tenant in force; of all in system mode. */
    List<Stored> all() {
        return jdbc.sql(SELECT + " order by channel, name").query(this::stored).list();
    }

    Optional<Stored> find(String channel, String name) {
        return jdbc.sql(SELECT + " where channel = ? and name = ?")
                .params(channel, name)
                .query(this::stored)
                .optional();
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException where another operator has an account of that name by that channel */
    void save(Stored account, String by, Instant now) {
        jdbc.sql("""
                        insert into channel_account (channel, name, settings, secrets, changed_by, changed_at)
                        values (?, ?, ?::jsonb, ?::jsonb, ?, ?)
                        on conflict (tenant_id, channel, name) do update set settings = excluded.settings, secrets = excluded.secrets,
                        changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .params(
                        account.channel(),
                        account.name(),
                        write(account.settings()),
                        write(account.secrets()),
                        by,
                        Timestamp.from(now))
                .update();
    }

    boolean remove(String channel, String name) {
        return jdbc.sql("delete from channel_account where channel = ? and name = ?")
                        .params(channel, name)
                        .update()
                > 0;
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getString("tenant_id"),
                row.getString("channel"),
                row.getString("name"),
                read(row.getString("settings")),
                read(row.getString("secrets")));
    }

    private String write(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String stored) {
        try {
            return json.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored account cannot be read", e);
        }
    }
}
