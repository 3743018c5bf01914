package io.parcours.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.permission.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Outward messages and their states. */
@Repository
class OutboxRepository {

    private static final String COLUMNS =
            "id, number, conversation_id, state, text, options, choices, place_at, file_id";
    private static final String OUTGOING =
            "select " + COLUMNS + " from message where tenant_id = parcours_tenant() and not inbound";
    private static final int MOST_CHANNELS = 8;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    OutboxRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A message on its way out and how far it is.
     *
     * @param placeAt when its turn comes; null where it has no place
     * @param fileId of what goes with it; null for nothing
     */
    record Outgoing(
            UUID id,
            long number,
            UUID conversationId,
            String state,
            String text,
            List<Choice> choices,
            Instant placeAt,
            UUID fileId) {}

    /** What has been written for this key, the first attempt first: one message for each channel that was tried. */
    List<Outgoing> tried(String key) {
        return jdbc.sql(OUTGOING + " and send_key = any (?) order by number")
                .param(keys(key))
                .query(OutboxRepository::outgoing)
                .list();
    }

    /** Also by those in whose place this key's messages leave: a message must not wander in a circle. */
    List<String> channelsTried(String key) {
        return jdbc.sql("""
                        with recursive tried as (
                            select channel, instead_of from message
                            where tenant_id = parcours_tenant() and not inbound and send_key = any (?)
                            union
                            select m.channel, m.instead_of from message m join tried t on m.id = t.instead_of)
                        select distinct channel from tried
                        """).param(keys(key)).query(String.class).list();
    }

    /** The key of the first message, and those of the ones that leave in its place. */
    private static String[] keys(String key) {
        return IntStream.range(0, MOST_CHANNELS)
                .mapToObj(times -> keyAfter(key, times))
                .toArray(String[]::new);
    }

    /** @param times how often this key's message has left, or tried to, by another channel */
    static String keyAfter(String key, int times) {
        return times == 0 ? key : key + "/" + times;
    }

    Outgoing insert(String state, String key, UUID insteadOf, Conversation conversation, Wording wording, Instant now) {
        String text = wording.on().apply(conversation.channel());
        return jdbc.sql("""
                        insert into message (conversation_id, inbound, channel, send_key, instead_of, case_number, code, text,
                                             options, choices, template, purpose, by_person, file_id, state,
                                             attempts, at, state_at)
                        values (?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
                        returning\s
                        """ + COLUMNS)
                .params(
                        conversation.id(),
                        conversation.channel(),
                        key,
                        insteadOf,
                        conversation.caseNumber(),
                        wording.code(),
                        text,
                        wording.choices().stream().map(Choice::label).toArray(String[]::new),
                        wording.choices().stream().map(Choice::id).toArray(String[]::new),
                        template(wording.template()),
                        wording.purpose(),
                        wording.byPerson(),
                        wording.fileId(),
                        state,
                        state.equals(MessageState.SENDING) ? 1 : 0,
                        Timestamp.from(now),
                        Timestamp.from(now))
                .query(OutboxRepository::outgoing)
                .single();
    }

    void sending(UUID id, Instant now) {
        jdbc.sql("update message set state = 'sending', attempts = attempts + 1, error = null, place_at = null,"
                        + " state_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** It did not leave. @param placeAt null where it has no place */
    void queued(UUID id, String error, Instant placeAt, Instant now) {
        Timestamp place = placeAt == null ? null : Timestamp.from(placeAt);
        jdbc.sql("update message set state = 'queued', error = ?, place_at = ?, state_at = ? where id = ?")
                .params(error, place, Timestamp.from(now), id)
                .update();
    }

    void place(UUID id, Instant at) {
        jdbc.sql("update message set place_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    void state(UUID id, String state, String error, Instant now) {
        jdbc.sql("update message set state = ?, error = ?, state_at = ? where id = ?")
                .params(state, error, Timestamp.from(now), id)
                .update();
    }

    /** A message that a receipt called undeliverable, as it was to be said. */
    Optional<Undelivered> undelivered(UUID id) {
        return jdbc.sql("select " + COLUMNS + ", send_key, case_number, code, purpose, by_person, template from message"
                        + " where id = ? and state = 'undeliverable'")
                .param(id)
                .query((row, number) -> new Undelivered(
                        outgoing(row, number),
                        row.getString("send_key"),
                        row.getString("case_number"),
                        row.getString("code"),
                        row.getString("purpose"),
                        row.getBoolean("by_person"),
                        template(row.getString("template"))))
                .optional();
    }

    record Undelivered(
            Outgoing message,
            String sendKey,
            String caseNumber,
            String code,
            String purpose,
            boolean byPerson,
            Template template) {

        /** And no advertisement, nor one of many. */
        boolean isOfCase() {
            return caseNumber != null && purpose.equals(Purpose.SERVICE);
        }
    }

    private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
        String[] labels = (String[]) row.getArray("options").getArray();
        String[] ids = (String[]) row.getArray("choices").getArray();
        // Messages from before channels had buttons have labels alone.
        List<Choice> choices = IntStream.range(0, labels.length)
                .mapToObj(i -> new Choice(i < ids.length ? ids[i] : labels[i], labels[i]))
                .toList();
        Timestamp placeAt = row.getTimestamp("place_at");
        return new Outgoing(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("conversation_id", UUID.class),
                row.getString("state"),
                row.getString("text"),
                choices,
                placeAt == null ? null : placeAt.toInstant(),
                row.getObject("file_id", UUID.class));
    }

    private Template template(String stored) {
        try {
            return stored == null ? null : json.readValue(stored, Template.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored template cannot be read", e);
        }
    }

    private String template(Template template) {
        try {
            return template == null ? null : json.writeValueAsString(template);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A template that cannot be written: " + template.name(), e);
        }
    }
}
