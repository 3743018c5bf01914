package io.parcours.conversation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ids under which receipts of outward messages come, how far each has been reported, and receipts that came too early. */
@Repository
class ReceiptRepository {

    private final JdbcClient jdbc;

    ReceiptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** A message that was taken to be said, and of which nothing came back. */
    record Untold(String providerId, String address) {}

    /** Oldest first. */
    List<Untold> untold(String channel, String account, Instant since) {
        return jdbc.sql("""
                        select p.provider_id, v.address from message_provider_id p join message m on m.id = p.message_id
                        join conversation v on v.id = m.conversation_id
                        where p.tenant_id = parcours_tenant() and p.channel = ? and p.account = ? and p.state is null
                          and m.state = 'sent' and m.at >= ?
                        order by m.number
                        """)
                .params(channel, account, Timestamp.from(since))
                .query((row, number) -> new Untold(row.getString("provider_id"), row.getString("address")))
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
