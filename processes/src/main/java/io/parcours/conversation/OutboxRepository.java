package io.parcours.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The states of outward messages, and the ids under which their receipts come. */
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

    List<String> channelsTried(String key) {
        return jdbc.sql("select channel from message where tenant_id = parcours_tenant() and not inbound"
                        + " and send_key = any (?)")
                .param(keys(key))
                .query(String.class)
                .list();
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
                                             options, choices, template, purpose, file_id, state, attempts,
                                             at, state_at)
                        values (?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
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

    /** It did not leave; its place is gone. */
    void queued(UUID id, String error, Instant now) {
        jdbc.sql("update message set state = 'queued', error = ?, place_at = null, state_at = ? where id = ?")
                .params(error, Timestamp.from(now), id)
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

    /**
     * A receipt can come in the very moment in which its message becomes known as sent: both sides take these locks first, in one
     * order everywhere, so that two transactions can never wait for each other.
     */
    void lockProviderIds(String channel, String account, Collection<String> providerIds) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(key) from (
                            select distinct hashtextextended(parcours_tenant() || ? || '|' || ? || '|' || id, 0) as key
                            from unnest(?::text[]) as id order by 1) keys
                        """)
                .params(channel, account, providerIds.toArray(String[]::new))
                .query((row, n) -> 0)
                .list();
    }

    void addProviderIds(String channel, String account, Map<String, UUID> messages) {
        jdbc.sql("insert into message_provider_id (channel, account, provider_id, message_id)"
                        + " select ?, ?, r.id, r.message from unnest(?::text[], ?::uuid[]) as r (id, message)"
                        + " on conflict do nothing")
                .params(
                        channel,
                        account,
                        messages.keySet().toArray(String[]::new),
                        messages.values().toArray(UUID[]::new))
                .update();
    }

    List<UUID> messageOf(String channel, String account, String providerId) {
        return jdbc.sql("select message_id from message_provider_id where tenant_id = parcours_tenant()"
                        + " and channel = ? and account = ? and provider_id = ?")
                .params(channel, account, providerId)
                .query(UUID.class)
                .list();
    }

    void keepEarly(Receipt receipt) {
        jdbc.sql("insert into early_receipt (channel, account, provider_id, state, error, refusal)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        receipt.channel(),
                        receipt.account(),
                        receipt.providerId(),
                        MessageState.of(receipt.state()),
                        receipt.errorCode(),
                        receipt.refusal() == null ? null : receipt.refusal().name())
                .update();
    }

    /** What a receipt said that came too early. */
    record Early(String providerId, String state, String error, SendRefused.Kind refusal) {}

    /** The states that were waiting for these ids, on their own or by a watermark; they are gone from the early ones. */
    List<Early> takeEarly(String channel, String account, Collection<String> providerIds) {
        return jdbc.sql("""
                        with early as (
                            delete from early_receipt where tenant_id = parcours_tenant() and channel = :channel
                            and account = :account and provider_id = any (:ids)
                            returning provider_id, state, error, refusal)
                        select provider_id, state, error, refusal from early
                        union all
                        select p.provider_id, case when m.at <= v.read_until + :skew::interval then 'read' else 'delivered' end,
                               null, null
                        from message_provider_id p join message m on m.id = p.message_id
                        join conversation v on v.id = m.conversation_id
                        where p.tenant_id = parcours_tenant() and p.channel = :channel and p.account = :account
                          and p.provider_id = any (:ids)
                          and m.at <= greatest(v.read_until, v.delivered_until) + :skew::interval
                        """)
                .param("channel", channel)
                .param("account", account)
                .param("ids", providerIds.toArray(String[]::new))
                .param("skew", WatermarkRepository.SKEW.toString())
                .query((row, number) -> {
                    String refusal = row.getString("refusal");
                    return new Early(
                            row.getString("provider_id"),
                            row.getString("state"),
                            row.getString("error"),
                            refusal == null ? null : SendRefused.Kind.valueOf(refusal));
                })
                .list();
    }

    /** A message that a receipt called undeliverable, as it was to be said. */
    Optional<Undelivered> undelivered(UUID id) {
        return jdbc.sql("select " + COLUMNS + ", send_key, case_number, code, purpose, template from message"
                        + " where id = ? and state = 'undeliverable'")
                .param(id)
                .query((row, number) -> new Undelivered(
                        outgoing(row, number),
                        row.getString("send_key"),
                        row.getString("case_number"),
                        row.getString("code"),
                        row.getString("purpose"),
                        template(row.getString("template"))))
                .optional();
    }

    record Undelivered(
            Outgoing message, String sendKey, String caseNumber, String code, String purpose, Template template) {}

    /**
     * Moves one part forward and then the whole message: undeliverable as soon as one part is, delivered or read when all parts
     * are. Returns the message's new state, or null where it did not move.
     */
    String partReached(String channel, String account, String providerId, String state, Instant now) {
        // Two parts' receipts at one moment would else each see the other part without its state.
        jdbc.sql(
                        "select 1 from message where id = (select message_id from message_provider_id"
                                + " where tenant_id = parcours_tenant() and channel = ? and account = ? and provider_id = ?) for update")
                .params(channel, account, providerId)
                .query((row, number) -> 0)
                .list();
        jdbc.sql("""
                        update message_provider_id set state = :state
                        where tenant_id = parcours_tenant() and channel = :channel and account = :account
                          and provider_id = :providerId
                          and (state is null or (state = 'delivered' and :state = 'read'))
                        """)
                .param("state", state)
                .param("channel", channel)
                .param("account", account)
                .param("providerId", providerId)
                .update();
        return jdbc.sql("""
                        with parts as (
                            select p.message_id,
                                   case when bool_or(p.state = 'undeliverable') then 'undeliverable'
                                        when bool_and(coalesce(p.state, '') = 'read') then 'read'
                                        when bool_and(coalesce(p.state, '') in ('delivered', 'read')) then 'delivered' end as state
                            from message_provider_id p
                            where p.message_id = (select message_id from message_provider_id
                                where tenant_id = parcours_tenant() and channel = ? and account = ? and provider_id = ?)
                            group by p.message_id)
                        update message m set state = parts.state, state_at = ? from parts
                        where m.id = parts.message_id and parts.state is not null
                          and (m.state in ('sending', 'sent', 'unknown') or (m.state = 'delivered' and parts.state = 'read'))
                        returning m.state
                        """)
                .params(channel, account, providerId, Timestamp.from(now))
                .query(String.class)
                .optional()
                .orElse(null);
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
