package io.parcours.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** What a case's question may take: its own, and what came on its conversation for no case by name. */
    private static final String FOR_CASE = "(case_number = :case or conversation_id = :conversation and not meant)";

    /** The same of whatever conversation serves the case. */
    private static final String IN_CASE = "(case_number = :case or not meant and conversation_id in"
            + " (select id from conversation where tenant_id = parcours_tenant() and case_number = :case))";

    private static final String SELECT = "select m.* from message m ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    MessageRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean known(String channel, String externalId) {
        return jdbc.sql("select exists (select 1 from message where tenant_id = parcours_tenant() and inbound"
                        + " and channel = ? and external_id = ?)")
                .params(channel, externalId)
                .query(Boolean.class)
                .single();
    }

    /** The unique key on (tenant, channel, external id) refuses a copy. */
    void received(
            Conversation conversation,
            InboundMessage message,
            String caseNumber,
            boolean unread,
            boolean meant,
            UUID fileId) {
        Timestamp at = Timestamp.from(message.at());
        jdbc.sql("""
                        insert into message (conversation_id, inbound, channel, external_id, case_number, text, choice,
                                             attachment, file_id, state, unread, meant, at, state_at)
                        values (?, true, ?, ?, ?, ?, ?, ?::jsonb, ?, 'received', ?, ?, ?, ?)
                        """)
                .params(
                        conversation.id(),
                        message.channel(),
                        message.externalId(),
                        caseNumber,
                        message.text(),
                        message.choice().orElse(null),
                        message.attachment().map(this::json).orElse(null),
                        fileId,
                        unread,
                        meant,
                        at,
                        at)
                .update();
    }

    /** The customer's open case in which one of these messages of ours was said, the first that is known. */
    Optional<String> caseAnswered(UUID customerId, String channel, String account, List<String> providerIds) {
        if (providerIds.isEmpty()) {
            return Optional.empty();
        }
        String[] ids = providerIds.toArray(String[]::new);
        return jdbc.sql("""
                        select j.case_number from message_provider_id p join message m on m.id = p.message_id
                        join journey_case j on j.tenant_id = p.tenant_id and j.case_number = m.case_number
                        where p.tenant_id = parcours_tenant() and p.channel = ? and p.account = ?
                          and p.provider_id = any (?) and j.customer_id = ? and j.closed_at is null
                        order by array_position(?, p.provider_id) limit 1
                        """)
                .params(channel, account, ids, customerId, ids)
                .query(String.class)
                .optional();
    }

    /**
     * Marks the oldest unread message after this number as read and returns it: of the case, on whatever channel it came, or of
     * its conversation. The customer must be locked.
     */
    Optional<Message> takeUnread(Conversation conversation, long after) {
        return jdbc.sql("""
                        update message m set unread = false where m.id = (
                            select id from message where tenant_id = parcours_tenant() and unread and number > :after
                            and %s order by number limit 1)
                        returning m.*
                        """.formatted(FOR_CASE))
                .param("after", after)
                .param("conversation", conversation.id())
                .param("case", conversation.caseNumber())
                .query(this::message)
                .optional();
    }

    /** The same of what came on this very conversation: what was written elsewhere meanwhile answers something else. */
    Optional<Message> takeUnreadHere(Conversation conversation, long after) {
        return jdbc.sql("""
                        update message m set unread = false where m.id = (
                            select id from message where tenant_id = parcours_tenant() and unread and number > ?
                            and conversation_id = ? and (not meant or case_number = ?) order by number limit 1)
                        returning m.*
                        """)
                .params(after, conversation.id(), conversation.caseNumber())
                .query(this::message)
                .optional();
    }

    /** Whether something on the conversation or of the case has not been read. */
    boolean anyUnread(Conversation conversation) {
        return jdbc.sql("select exists (select 1 from message where tenant_id = parcours_tenant() and unread" + " and "
                        + FOR_CASE + ")")
                .param("case", conversation.caseNumber())
                .param("conversation", conversation.id())
                .query(Boolean.class)
                .single();
    }

    /** What is unread on the conversation or of the case belongs to another case from now on. */
    void handUnread(Conversation conversation, String caseNumber) {
        jdbc.sql("update message set case_number = :other where tenant_id = parcours_tenant() and unread and "
                        + FOR_CASE)
                .param("other", caseNumber)
                .param("case", conversation.caseNumber())
                .param("conversation", conversation.id())
                .update();
    }

    /** The case is over: what was meant for it alone is for whichever shares its conversation. */
    void meantForNobody(String caseNumber) {
        jdbc.sql("update message set meant = false where tenant_id = parcours_tenant() and unread and meant"
                        + " and case_number = ?")
                .param(caseNumber)
                .update();
    }

    /** When the subscriber wrote last in this conversation. */
    Optional<Instant> lastWritten(UUID conversationId) {
        return jdbc.sql("select at from message where conversation_id = ? and inbound order by number desc limit 1")
                .param(conversationId)
                .query((row, number) -> instant(row, "at"))
                .optional();
    }

    List<Message> ofCustomer(UUID customerId, int limit) {
        return jdbc.sql("select * from (" + SELECT
                        + " join conversation v on v.id = m.conversation_id where v.customer_id = ?"
                        + " order by m.at desc, m.number desc limit ?) n order by at, number")
                .params(customerId, limit)
                .query(this::message)
                .list();
    }

    List<Message> unreadOf(String caseNumber) {
        return jdbc.sql(SELECT + " where m.tenant_id = parcours_tenant() and m.unread and " + IN_CASE
                        + " order by m.number")
                .param("case", caseNumber)
                .query(this::message)
                .list();
    }

    boolean withFile(UUID fileId) {
        return jdbc.sql("select exists (select 1 from message where tenant_id = parcours_tenant() and file_id = ?)")
                .param(fileId)
                .query(Boolean.class)
                .single();
    }

    void markRead(String caseNumber, long upToNumber) {
        jdbc.sql("update message set unread = false where tenant_id = parcours_tenant() and unread"
                        + " and number <= :number and " + IN_CASE)
                .param("case", caseNumber)
                .param("number", upToNumber)
                .update();
    }

    /** How many are to leave by this account and have not. */
    int waiting(String channel, String account) {
        return jdbc.sql("select count(*) from message m join conversation v on v.id = m.conversation_id"
                        + " where m.tenant_id = parcours_tenant() and m.state in ('queued', 'sending')"
                        + " and v.channel = ? and v.account = ?")
                .params(channel, account)
                .query(Integer.class)
                .single();
    }

    /** What the opening message of a case said; the case's first inbound one. */
    Optional<Message> opening(String caseNumber) {
        return jdbc.sql(SELECT + " where m.tenant_id = parcours_tenant() and m.case_number = ? and m.inbound"
                        + " order by m.number limit 1")
                .param(caseNumber)
                .query(this::message)
                .optional();
    }

    Message message(ResultSet row, int number) throws SQLException {
        String attachment = row.getString("attachment");
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
                row.getString("case_number"),
                row.getString("choice"),
                attachment == null ? null : attachment(attachment),
                row.getObject("file_id", UUID.class),
                null);
    }

    private String json(Attachment attachment) {
        try {
            return json.writeValueAsString(attachment);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An attachment that cannot be written: " + attachment.type(), e);
        }
    }

    private Attachment attachment(String stored) {
        try {
            return json.readValue(stored, Attachment.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored attachment cannot be read", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
