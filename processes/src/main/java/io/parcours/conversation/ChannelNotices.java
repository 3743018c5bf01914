package io.parcours.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.conversation.Notice.Head;
import io.parcours.conversation.Notice.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What providers told the operator in force and nothing acted on, to be read by people. */
@Component
public class ChannelNotices {

    private static final TypeReference<List<Object>> DETAILS = new TypeReference<>() {};
    private static final String TO_READ = " and kind = 'WORDS' and read_at is null";
    private static final String SELECT =
            "select id, at, channel, account, kind, reason, details::text, sender, subject,"
                    + " read_at, read_by from provider_notice";
    private static final String BY_ID = " where tenant_id = parcours_tenant() and id = ?";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ChannelNotices(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** An account by which notices came; it may be gone. */
    public record Source(String channel, String account) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<KeptNotice> page(NoticeFilter wanted, int offset, int limit) {
        return jdbc.sql(SELECT + where(wanted) + " order by at desc, id desc limit :limit offset :offset")
                .params(values(wanted))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Transactional(readOnly = true)
    public int count(NoticeFilter wanted) {
        return jdbc.sql("select count(*) from provider_notice" + where(wanted))
                .params(values(wanted))
                .query(Integer.class)
                .single();
    }

    /** By channel and name. */
    @Transactional(readOnly = true)
    public List<Source> sources() {
        return jdbc.sql("select distinct channel, account from provider_notice where tenant_id = parcours_tenant()"
                        + " order by channel, account")
                .query((row, number) -> new Source(row.getString(1), row.getString(2)))
                .list();
    }

    /** As it came, its beginning where it was long; empty where the notice is gone. */
    @Transactional(readOnly = true)
    public Optional<String> payload(long id) {
        return jdbc.sql("select payload from provider_notice" + BY_ID)
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Somebody has read it; who did so first stays. @return as it is now; empty where it is gone */
    @Transactional
    public Optional<KeptNotice> read(long id, String by) {
        jdbc.sql("update provider_notice set read_at = ?, read_by = ?" + BY_ID + " and read_at is null")
                .params(Timestamp.from(clock.instant()), by, id)
                .update();
        return find(id);
    }

    /** Takes that back. @return as it is now; empty where it is gone */
    @Transactional
    public Optional<KeptNotice> unread(long id) {
        jdbc.sql("update provider_notice set read_at = null, read_by = null" + BY_ID)
                .param(id)
                .update();
        return find(id);
    }

    private Optional<KeptNotice> find(long id) {
        return jdbc.sql(SELECT + BY_ID)
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    private static String where(NoticeFilter wanted) {
        return " where tenant_id = parcours_tenant()"
                + (wanted.channel() == null ? "" : " and channel = :channel")
                + (wanted.account() == null ? "" : " and account = :account")
                + (wanted.toRead() ? TO_READ : "");
    }

    private static Map<String, Object> values(NoticeFilter wanted) {
        Map<String, Object> values = new HashMap<>();
        values.put("channel", wanted.channel());
        values.put("account", wanted.account());
        return values;
    }

    private KeptNotice read(ResultSet row) throws SQLException {
        return new KeptNotice(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("channel"),
                row.getString("account"),
                Kind.valueOf(row.getString("kind")),
                new Problem(row.getString("reason"), details(row.getString("details"))),
                new Head(row.getString("sender"), row.getString("subject")),
                instant(row.getTimestamp("read_at")),
                row.getString("read_by"));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private List<Object> details(String stored) {
        try {
            return json.readValue(stored, DETAILS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("A reason's details are a list", notOurs);
        }
    }
}
