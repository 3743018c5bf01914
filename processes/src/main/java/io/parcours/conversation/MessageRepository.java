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
class MessageRepository {

    private static final String SELECT = "select m.* from message m ";

    private final JdbcClient jdbc;

    MessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean known(String channel, String externalId) {
        return jdbc.sql("select exists (select 1 from message where tenant_id = parcours_tenant() and inbound"
                        + " and channel = ? and external_id = ?)")
                .params(channel, externalId)
                .query(Boolean.class)
                .single();
    }

    /** Returns the message's id; the unique key on (tenant, channel, external id) refuses a copy. */
    UUID received(Conversation conversation, long number, InboundMessage message, String caseNumber, boolean unread) {
        return jdbc.sql("""
                        insert into message (conversation_id, number, inbound, channel, external_id, case_number, text, state,
                                             unread, at, state_at)
                        values (?, ?, true, ?, ?, ?, ?, 'received', ?, ?, ?) returning id
                        """)
                .params(
                        conversation.id(),
                        number,
                        message.channel(),
                        message.externalId(),
                        caseNumber,
                        message.text(),
                        unread,
                        Timestamp.from(message.at()),
                        Timestamp.from(message.at()))
                .query(UUID.class)
                .single();
    }

    /** Marks the oldest unread message after this number as read and returns it. The conversation must be locked. */
    Optional<Message> takeUnread(UUID conversationId, long after) {
        return jdbc.sql("""
                        update message m set unread = false where m.id = (
                            select id from message where conversation_id = ? and unread and number > ?
                            order by number limit 1)
                        returning m.*
                        """)
                .params(conversationId, after)
                .query(MessageRepository::message)
                .optional();
    }

    List<Message> ofCustomer(UUID customerId, int limit) {
        return jdbc.sql("select * from (" + SELECT
                        + " join conversation v on v.id = m.conversation_id where v.customer_id = ?"
                        + " order by m.at desc, m.number desc limit ?) n order by at, number")
                .params(customerId, limit)
                .query(MessageRepository::message)
                .list();
    }

    List<Message> unreadOf(String caseNumber) {
        return jdbc.sql(SELECT
                        + " join conversation v on v.id = m.conversation_id"
                        + " where v.tenant_id = parcours_tenant() and v.case_number = ? and m.unread order by m.number")
                .param(caseNumber)
                .query(MessageRepository::message)
                .list();
    }

    void markRead(String caseNumber, long upToNumber) {
        jdbc.sql("""
                        update message m set unread = false from conversation v
                        where v.id = m.conversation_id and v.tenant_id = parcours_tenant() and v.case_number = ?
                          and m.unread and m.number <= ?
                        """).params(caseNumber, upToNumber).update();
    }

    /** What the opening message of a case said; the case's first inbound one. */
    Optional<Message> opening(String caseNumber) {
        return jdbc.sql(SELECT + " where m.tenant_id = parcours_tenant() and m.case_number = ? and m.inbound"
                        + " order by m.number limit 1")
                .param(caseNumber)
                .query(MessageRepository::message)
                .optional();
    }

    static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("channel"),
                row.getBoolean("inbound"),
                row.getString("text"),
                row.getString("state"),
                instant(row, "at"),
                row.getBoolean("unread"),
                row.getLong("number"),
                row.getString("case_number"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
