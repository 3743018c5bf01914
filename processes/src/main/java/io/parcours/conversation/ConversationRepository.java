package io.parcours.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConversationRepository {

    private static final String SELECT = """
            select v.id, v.customer_id, v.channel, v.account, v.address, v.case_number, j.journey
            from conversation v
            left join journey_case j on j.tenant_id = v.tenant_id and j.case_number = v.case_number
            """;

    private final JdbcClient jdbc;

    ConversationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID open(UUID customerId, String channel, String account, String address) {
        return jdbc.sql("""
                        insert into conversation (customer_id, channel, account, address) values (?, ?, ?, ?)
                        on conflict (tenant_id, channel, account, address) do update set customer_id = excluded.customer_id
                        returning id
                        """)
                .params(customerId, channel, account, address)
                .query(UUID.class)
                .single();
    }

    /** Locks the conversation until the end of the transaction: arrivals, asks and endings of one conversation take turns. */
    Conversation lock(UUID id) {
        return jdbc.sql(SELECT + " where v.id = ? for update of v")
                .param(id)
                .query(ConversationRepository::conversation)
                .single();
    }

    /** The conversation by which this case speaks, whichever case it serves at the moment. */
    Optional<Conversation> ofCase(String caseNumber) {
        return jdbc.sql("""
                        select v.id, v.customer_id, v.channel, v.account, v.address, j.case_number, j.journey
                        from journey_case j join conversation v on v.id = j.conversation_id
                        where j.tenant_id = parcours_tenant() and j.case_number = ?
                        """)
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
        jdbc.sql("update conversation set case_number = ? where id = ?")
                .params(caseNumber, id)
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

    long nextNumber(UUID id) {
        return jdbc.sql("update conversation set last_number = last_number + 1 where id = ? returning last_number")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static Conversation conversation(ResultSet row, int number) throws SQLException {
        return new Conversation(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("channel"),
                row.getString("account"),
                row.getString("address"),
                row.getString("case_number"),
                row.getString("journey"));
    }
}
