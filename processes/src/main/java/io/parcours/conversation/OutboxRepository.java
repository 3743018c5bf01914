package io.parcours.conversation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The states of outward messages, and the ids under which their receipts come. */
@Repository
class OutboxRepository {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(parcours_tenant() || ?, 0))";

    private final JdbcClient jdbc;
    private final ConversationRepository conversations;

    OutboxRepository(JdbcClient jdbc, ConversationRepository conversations) {
        this.jdbc = jdbc;
        this.conversations = conversations;
    }

    /** A message on its way out and how far it is. */
    record Outgoing(UUID id, long number, String state, String text, List<String> options) {}

    /** Queues the message unless this send key has queued it before; returns how it stands. */
    Outgoing queue(
            String sendKey, Conversation conversation, String code, String text, List<String> options, Instant now) {
        return find(sendKey).stream().findFirst().orElseGet(() -> {
            jdbc.sql("""
                            insert into message (conversation_id, number, inbound, channel, send_key, case_number, code, text,
                                                 options, state, at, state_at)
                            values (?, ?, false, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)
                            """)
                    .params(
                            conversation.id(),
                            conversations.nextNumber(conversation.id()),
                            conversation.channel(),
                            sendKey,
                            conversation.caseNumber(),
                            code,
                            text,
                            options.toArray(String[]::new),
                            Timestamp.from(now),
                            Timestamp.from(now))
                    .update();
            return find(sendKey).get(0);
        });
    }

    private List<Outgoing> find(String sendKey) {
        return jdbc.sql("select id, number, state, text, options from message where tenant_id = parcours_tenant()"
                        + " and not inbound and send_key = ?")
                .param(sendKey)
                .query((row, number) -> new Outgoing(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getString("state"),
                        row.getString("text"),
                        List.of((String[]) row.getArray("options").getArray())))
                .list();
    }

    void sending(UUID id, Instant now) {
        jdbc.sql("update message set state = 'sending', attempts = attempts + 1, error = null, state_at = ?"
                        + " where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void state(UUID id, String state, String error, Instant now) {
        jdbc.sql("update message set state = ?, error = ?, state_at = ? where id = ?")
                .params(state, error, Timestamp.from(now), id)
                .update();
    }

    /** A receipt can come in the very moment in which its message becomes known as sent: both sides take this lock first. */
    void lockProviderId(String channel, String account, String providerId) {
        jdbc.sql(LOCK)
                .param(channel + '|' + account + '|' + providerId)
                .query((row, n) -> 0)
                .single();
    }

    void addProviderId(String channel, String account, String providerId, UUID messageId) {
        jdbc.sql("insert into message_provider_id (channel, account, provider_id, message_id) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(channel, account, providerId, messageId)
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
        jdbc.sql("insert into early_receipt (channel, account, provider_id, state, error) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(
                        receipt.channel(),
                        receipt.account(),
                        receipt.providerId(),
                        MessageState.of(receipt.state()),
                        receipt.errorCode())
                .update();
    }

    /** The states that were waiting for this id; they are gone from the early ones. */
    List<String> takeEarly(String channel, String account, String providerId) {
        return jdbc.sql("delete from early_receipt where tenant_id = parcours_tenant() and channel = ? and account = ?"
                        + " and provider_id = ? returning state")
                .params(channel, account, providerId)
                .query(String.class)
                .list();
    }

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
}
