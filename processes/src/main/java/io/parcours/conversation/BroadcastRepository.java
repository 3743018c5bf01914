package io.parcours.conversation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Broadcasts and their messages, many rows a statement. */
@Repository
class BroadcastRepository {

    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;

    BroadcastRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody to tell, by a conversation that is there already. */
    record Recipient(UUID conversationId, String name, String language) {}

    /** A message taken to be sent. */
    record Item(UUID id, UUID customerId, String to, String text) {}

    record Broadcast(String code, String channel, String account) {}

    UUID open(String code, String channel, String account, Instant now) {
        return jdbc.sql("insert into broadcast (code, channel, account, created_at) values (?, ?, ?, ?) returning id")
                .params(code, channel, account, Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    Broadcast find(UUID id) {
        return jdbc.sql("select code, channel, account from broadcast where id = ?")
                .param(id)
                .query((row, number) ->
                        new Broadcast(row.getString("code"), row.getString("channel"), row.getString("account")))
                .single();
    }

    /** Opens a conversation with each of the customers who has an address on the channel; the customer's first one. */
    List<List<Recipient>> recipients(String channel, String account, Collection<UUID> customers) {
        List<UUID> all = List.copyOf(customers);
        List<List<Recipient>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(chunk(channel, account, all.subList(from, Math.min(all.size(), from + CHUNK))));
        }
        return chunks;
    }

    private List<Recipient> chunk(String channel, String account, List<UUID> customers) {
        UUID[] ids = customers.toArray(UUID[]::new);
        jdbc.sql("""
                        insert into conversation (customer_id, channel, account, address)
                        select p.customer_id, p.channel, :account, min(p.address) from contact_point p
                        where p.customer_id = any (:customers) and p.channel = :channel
                        group by p.customer_id, p.channel
                        on conflict (tenant_id, channel, account, address) do nothing
                        """)
                .param("account", account)
                .param("customers", ids)
                .param("channel", channel)
                .update();
        return jdbc.sql("""
                        select v.id, concat_ws(' ', c.first_name, c.last_name) as name, coalesce(c.language, 'fr') as language
                        from (select p.customer_id, min(p.address) as address from contact_point p
                              where p.customer_id = any (:customers) and p.channel = :channel group by p.customer_id) a
                        join customer c on c.id = a.customer_id
                        join conversation v on v.tenant_id = parcours_tenant() and v.channel = :channel
                             and v.account = :account and v.address = a.address
                        """)
                .param("account", account)
                .param("customers", ids)
                .param("channel", channel)
                .query((row, number) -> new Recipient(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("language")))
                .list();
    }

    void queue(
            UUID id,
            String code,
            String purpose,
            String channel,
            List<Recipient> recipients,
            List<String> texts,
            Instant now) {
        jdbc.sql("""
                        insert into message (conversation_id, inbound, channel, broadcast_id, send_key, code, purpose, text, state,
                                             at, state_at)
                        select r.conversation, false, :channel, :id, :id || ':' || r.conversation, :code, :purpose, r.text, 'queued',
                               :now, :now
                        from unnest(:conversations::uuid[], :texts::text[]) as r (conversation, text)
                        on conflict do nothing
                        """)
                .param("channel", channel)
                .param("id", id)
                .param("code", code)
                .param("purpose", purpose)
                .param("now", Timestamp.from(now))
                .param(
                        "conversations",
                        recipients.stream().map(Recipient::conversationId).toArray(UUID[]::new))
                .param("texts", texts.toArray(String[]::new))
                .update();
    }

    /** What a crash left on its way. Returns how many. */
    int unknown(UUID id, Instant now) {
        return jdbc.sql(
                        "update message set state = 'unknown', state_at = ? where broadcast_id = ? and state = 'sending'")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** The next ones, {@code sending} from now on. */
    List<Item> take(UUID id, int most, Instant now) {
        return jdbc.sql("""
                        update message m set state = 'sending', attempts = attempts + 1, error = null, state_at = :now
                        from (select x.id, v.customer_id, v.address from message x
                              join conversation v on v.id = x.conversation_id
                              where x.broadcast_id = :id and x.state = 'queued' order by x.number limit :most) n
                        where m.id = n.id
                        returning m.id, n.customer_id, n.address, m.text
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new Item(
                        row.getObject("id", UUID.class),
                        row.getObject("customer_id", UUID.class),
                        row.getString("address"),
                        row.getString("text")))
                .list();
    }

    /** @param errors of the messages, in their order; null where there is none */
    void state(String state, List<UUID> ids, List<String> errors, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update message m set state = ?, error = r.error, state_at = ?"
                            + " from unnest(?::uuid[], ?::text[]) as r (id, error) where m.id = r.id")
                    .params(state, Timestamp.from(now), ids.toArray(UUID[]::new), errors.toArray(String[]::new))
                    .update();
        }
    }

    void done(UUID id, Instant now) {
        jdbc.sql("update broadcast set done_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    Map<String, Integer> states(UUID id) {
        Map<String, Integer> states = new LinkedHashMap<>();
        jdbc.sql("select state, count(*) as messages from message where broadcast_id = ? group by state order by state")
                .param(id)
                .query(row -> {
                    states.put(row.getString("state"), row.getInt("messages"));
                });
        return states;
    }
}
