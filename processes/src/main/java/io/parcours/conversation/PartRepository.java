package io.parcours.conversation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the parts of long texts until the last one has come. */
@Repository
class PartRepository {

    private final JdbcClient jdbc;

    PartRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole message where this was the last missing part; its external id is the first part's. */
    Optional<InboundMessage> add(InboundMessage message, InboundMessage.Part part) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(parcours_tenant() || ?, 0))")
                .param(message.channel() + message.account() + message.from() + part.reference())
                .query((row, number) -> 0)
                .single();
        insert(message, part);
        var parts = jdbc.sql("select external_id, text from message_part where " + KEY + " order by number")
                .params(message.channel(), message.account(), message.from(), part.reference(), part.total())
                .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        if (parts.size() < part.total()) {
            return Optional.empty();
        }
        jdbc.sql("delete from message_part where " + KEY)
                .params(message.channel(), message.account(), message.from(), part.reference(), part.total())
                .update();
        String text = String.join("", parts.stream().map(each -> each[1]).toList());
        return Optional.of(new InboundMessage(
                message.tenant(),
                message.channel(),
                message.account(),
                parts.get(0)[0],
                message.from(),
                text,
                message.at(),
                Optional.empty()));
    }

    private static final String KEY = "tenant_id = parcours_tenant() and channel = ? and account = ? and address = ?"
            + " and reference = ? and total = ?";

    private void insert(InboundMessage message, InboundMessage.Part part) {
        jdbc.sql("""
                        insert into message_part (channel, account, address, reference, total, number, external_id, text)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        message.channel(),
                        message.account(),
                        message.from(),
                        part.reference(),
                        part.total(),
                        part.number(),
                        message.externalId(),
                        message.text())
                .update();
    }
}
