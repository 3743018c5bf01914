package io.parcours.conversation;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the parts of long texts until the last one has come, and after that for as long as a copy may still come. A telephone
 * uses a reference again after at most 256 texts, so a part that does not belong to the set that is there begins a new one.
 */
@Repository
class PartRepository {

    private static final Duration LATEST = Duration.ofHours(24);
    private static final String SET = "tenant_id = parcours_tenant() and channel = ? and account = ? and address = ?"
            + " and reference = ? and total = ?";

    private final JdbcClient jdbc;

    PartRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(int number, String externalId, String text, boolean assembled, Timestamp receivedAt) {}

    /** The whole message where this was the last missing part; its external id is the first part's. */
    Optional<InboundMessage> add(InboundMessage message, InboundMessage.Part part) {
        Object[] set = {message.channel(), message.account(), message.from(), part.reference(), part.total()};
        lock(message, part);
        List<Kept> before = kept(set);
        if (before.stream().anyMatch(each -> each.externalId().equals(message.externalId()))) {
            return Optional.empty();
        }
        if (before.stream().anyMatch(each -> belongsToAnotherText(each, message, part))) {
            jdbc.sql("delete from message_part where " + SET).params(set).update();
        }
        insert(message, part);
        List<Kept> now = kept(set);
        if (now.size() < part.total()) {
            return Optional.empty();
        }
        jdbc.sql("update message_part set assembled = true where " + SET)
                .params(set)
                .update();
        return Optional.of(whole(message, now));
    }

    private static boolean belongsToAnotherText(Kept kept, InboundMessage message, InboundMessage.Part part) {
        return kept.assembled()
                || kept.number() == part.number()
                || kept.receivedAt().toInstant().plus(LATEST).isBefore(message.at());
    }

    private static InboundMessage whole(InboundMessage last, List<Kept> parts) {
        return new InboundMessage(
                last.tenant(),
                last.channel(),
                last.account(),
                parts.get(0).externalId(),
                last.from(),
                parts.stream().map(Kept::text).collect(Collectors.joining()),
                last.at(),
                Optional.empty());
    }

    private List<Kept> kept(Object[] set) {
        return jdbc.sql("select number, external_id, text, assembled, received_at from message_part where " + SET
                        + " order by number")
                .params(set)
                .query((row, number) -> new Kept(
                        row.getInt("number"),
                        row.getString("external_id"),
                        row.getString("text"),
                        row.getBoolean("assembled"),
                        row.getTimestamp("received_at")))
                .list();
    }

    private void lock(InboundMessage message, InboundMessage.Part part) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(parcours_tenant() || ?, 0))")
                .param(message.channel() + message.account() + message.from() + part.reference())
                .query((row, number) -> 0)
                .single();
    }

    private void insert(InboundMessage message, InboundMessage.Part part) {
        jdbc.sql("""
                        insert into message_part (channel, account, address, reference, total, number, external_id, text,
                                                  received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        message.channel(),
                        message.account(),
                        message.from(),
                        part.reference(),
                        part.total(),
                        part.number(),
                        message.externalId(),
                        message.text(),
                        Timestamp.from(message.at()))
                .update();
    }
}
