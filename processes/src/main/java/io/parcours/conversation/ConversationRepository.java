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
                        on conflict (tenant_id, channel, account, address) do update set address = excluded.address
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

    Optional<Conversation> ofCase(String caseNumber) {
        return jdbc.sql(SELECT
                        + " where v.id = (select conversation_id from journey_case"
                        + " where tenant_id = parcours_tenant() and case_number = ?)")
                .param(caseNumber)
                .query(ConversationRepository::conversation)
                .optional();
    }

    void serve(UUID id, String caseNumber) {
        jdbc.sql("update conversation set case_number = ? where id = ?")
                .params(caseNumber, id)
                .update();
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
