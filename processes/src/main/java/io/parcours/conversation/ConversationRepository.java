package io.parcours.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConversationRepository {

    private static final String SELECT = """
            select v.id, v.customer_id, coalesce(c.language, 'fr') as language,
                   c.language is not null as language_known, v.channel, v.account, v.address, %s.case_number, j.journey
            """;

    private static final String BY_ID = SELECT.formatted("v") + """
            from conversation v join customer c on c.id = v.customer_id
            left join journey_case j on j.tenant_id = v.tenant_id and j.case_number = v.case_number
            where v.id = ?
            """;

    private static final String OF_CASE = SELECT.formatted("j") + """
            from journey_case j join conversation v on v.id = j.conversation_id
            join customer c on c.id = v.customer_id
            where j.tenant_id = parcours_tenant() and j.case_number = ?
            """;

    private final JdbcClient jdbc;

    ConversationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The customer's thread with this address; it follows the address where that has another owner now. */
    UUID open(UUID customerId, String channel, String account, String address) {
        return jdbc.sql("""
                        with known as (
                            select id from conversation where tenant_id = parcours_tenant() and channel = :channel
                            and account = :account and address = :address and customer_id = :customer),
                        opened as (
                            insert into conversation (customer_id, channel, account, address)
                            select :customer, :channel, :account, :address where not exists (select 1 from known)
                            on conflict (tenant_id, channel, account, address)
                            do update set customer_id = excluded.customer_id returning id)
                        select id from known union all select id from opened
                        """)
                .param("customer", customerId)
                .param("channel", channel)
                .param("account", account)
                .param("address", address)
                .query(UUID.class)
                .single();
    }

    /**
     * Locks the conversation's customer until the end of the transaction: arrivals, asks and endings of one customer take
     * turns, on whatever channels. Two statements, since the second must see what the first has waited for.
     */
    Conversation lock(UUID id) {
        jdbc.sql("select id from customer where id = (select customer_id from conversation where id = ?)"
                        + " for no key update")
                .param(id)
                .query(UUID.class)
                .single();
        return find(id);
    }

    /** Locks the case's customer in the same way. @return as {@link #ofCase} */
    Optional<Conversation> lockOfCase(String caseNumber) {
        jdbc.sql("select id from customer where id = (select customer_id from journey_case"
                        + " where tenant_id = parcours_tenant() and case_number = ?) for no key update")
                .param(caseNumber)
                .query(UUID.class)
                .optional();
        return ofCase(caseNumber);
    }

    /** The thread with this address. */
    Optional<UUID> at(String channel, String account, String address) {
        return jdbc.sql(
                        "select id from conversation where tenant_id = parcours_tenant() and channel = ? and account = ?"
                                + " and address = ?")
                .params(channel, account, address)
                .query(UUID.class)
                .optional();
    }

    Conversation find(UUID id) {
        return jdbc.sql(BY_ID)
                .param(id)
                .query(ConversationRepository::conversation)
                .single();
    }

    /** The conversation by which this case speaks, whichever case it serves at the moment. */
    Optional<Conversation> ofCase(String caseNumber) {
        return jdbc.sql(OF_CASE)
                .param(caseNumber)
                .query(ConversationRepository::conversation)
                .optional();
    }

    /** The same; empty once the case is over. */
    Optional<Conversation> ofOpenCase(String caseNumber) {
        return jdbc.sql(OF_CASE + " and j.closed_at is null")
                .param(caseNumber)
                .query(ConversationRepository::conversation)
                .optional();
    }

    /** A case that only tells does not take the conversation from one that may be waiting for an answer. */
    void serveIfFree(UUID id, String caseNumber) {
        jdbc.sql("update conversation set case_number = ? where id = ? and case_number is null")
                .params(caseNumber, id)
                .update();
    }

    void serve(UUID id, String caseNumber) {
        jdbc.sql("update conversation set case_number = ? where id = ? and case_number is distinct from ?")
                .params(caseNumber, id, caseNumber)
                .update();
    }

    /** The newest case that is still open on the conversation, beside this one. */
    Optional<String> otherOpenCase(UUID id, String caseNumber) {
        return jdbc.sql(
                        "select case_number from journey_case where tenant_id = parcours_tenant() and conversation_id = ?"
                                + " and closed_at is null and case_number <> ? order by opened_at desc limit 1")
                .params(id, caseNumber)
                .query(String.class)
                .optional();
    }

    /** The customer's open case that another conversation serves, the one that spoke last first. */
    Optional<String> openCaseElsewhere(UUID customerId, UUID id) {
        return jdbc.sql("""
                        select v.case_number from conversation v
                        where v.customer_id = ? and v.id <> ? and v.case_number is not null
                        order by (select max(m.number) from message m where m.conversation_id = v.id) desc nulls last limit 1
                        """).params(customerId, id).query(String.class).optional();
    }

    /** The case speaks by this conversation from now on; the one that it leaves is free for another open case, or for none. */
    void move(String caseNumber, UUID from, UUID to) {
        jdbc.sql("update journey_case set conversation_id = ? where tenant_id = parcours_tenant() and case_number = ?")
                .params(to, caseNumber)
                .update();
        serve(from, otherOpenCase(from, caseNumber).orElse(null));
        serve(to, caseNumber);
    }

    void left(UUID id) {
        jdbc.sql("update conversation set left_number ="
                        + " (select coalesce(max(number), 0) from message where conversation_id = ?) where id = ?")
                .params(id, id)
                .update();
    }

    /** Addresses with a case under way, where somebody said something since and nobody has been seen to leave. */
    List<String> notSeenLeaving(String channel, String account, Instant since) {
        return jdbc.sql("""
                        select v.address from conversation v
                        where v.tenant_id = parcours_tenant() and v.case_number is not null and v.channel = ? and v.account = ?
                          and exists (select 1 from message m where m.conversation_id = v.id and m.inbound
                                      and m.number > v.left_number and m.at >= ?)
                        """)
                .params(channel, account, Timestamp.from(since))
                .query(String.class)
                .list();
    }

    private static Conversation conversation(ResultSet row, int number) throws SQLException {
        return new Conversation(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("language"),
                row.getBoolean("language_known"),
                row.getString("channel"),
                row.getString("account"),
                row.getString("address"),
                row.getString("case_number"),
                row.getString("journey"));
    }
}
