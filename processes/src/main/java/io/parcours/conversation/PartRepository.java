package io.parcours.conversation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the parts of long texts until the last one has come, and after that for as long as a copy may still come. A telephone
 * uses a reference again after at most 256 texts, so a part that does not belong to the set that is there begins a new one.
 */
@Repository
class PartRepository {

    private static final Duration LATEST = Duration.ofHours(24);
    private static final String MISSING = "[…]";
    private static final String SET = "tenant_id = parcours_tenant() and channel = ? and account = ? and address = ?"
            + " and reference = ? and total = ?";

    private final JdbcClient jdbc;

    PartRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(int number, String externalId, String text, boolean assembled, Timestamp receivedAt) {}

    /** The parts that make one text. */
    record Parts(String tenant, String channel, String account, String address, String reference, int total) {

        private static Parts with(InboundMessage message, InboundMessage.Part part) {
            return new Parts(
                    message.tenant(),
                    message.channel(),
                    message.account(),
                    message.from(),
                    part.reference(),
                    part.total());
        }

        private Object[] key() {
            return new Object[] {channel, account, address, reference, total};
        }
    }

    /**
     * The whole message where this was the last missing part, and before it the one of which nothing more will come, where this
     * part begins another. A message's external id is that of its first part.
     */
    List<InboundMessage> add(InboundMessage message, InboundMessage.Part part) {
        Parts parts = Parts.with(message, part);
        lock(parts);
        List<Kept> before = kept(parts);
        if (before.stream().anyMatch(each -> isCopy(each, message, part))) {
            return List.of();
        }
        List<InboundMessage> told = new ArrayList<>();
        if (before.stream().anyMatch(each -> belongsToAnotherText(each, message, part))) {
            if (!before.get(0).assembled()) {
                told.add(text(parts, before));
            }
            jdbc.sql("delete from message_part where " + SET)
                    .params(parts.key())
                    .update();
        }
        insert(message, part);
        List<Kept> now = kept(parts);
        if (now.size() == part.total()) {
            assembled(parts);
            told.add(text(parts, now));
        }
        return told;
    }

    /** Those of whatever operator in force of which a part is missing and none has come since. */
    List<Parts> incomplete(Instant since) {
        return jdbc.sql("""
                        select tenant_id, channel, account, address, reference, total from message_part
                        where not assembled group by 1, 2, 3, 4, 5, 6 having max(received_at) < ?
                        """)
                .param(Timestamp.from(since))
                .query((row, number) -> new Parts(
                        row.getString("tenant_id"),
                        row.getString("channel"),
                        row.getString("account"),
                        row.getString("address"),
                        row.getString("reference"),
                        row.getInt("total")))
                .list();
    }

    /** What is here of a text that nobody waits for any longer; empty where it is whole meanwhile. */
    Optional<InboundMessage> giveUp(Parts parts) {
        lock(parts);
        List<Kept> here = kept(parts);
        if (here.isEmpty() || here.get(0).assembled()) {
            return Optional.empty();
        }
        assembled(parts);
        return Optional.of(text(parts, here));
    }

    private void assembled(Parts parts) {
        jdbc.sql("update message_part set assembled = true where " + SET)
                .params(parts.key())
                .update();
    }

    /** Where the provider gives no ids, a part that comes again has another one. */
    private static boolean isCopy(Kept kept, InboundMessage message, InboundMessage.Part part) {
        return kept.externalId().equals(message.externalId())
                || !kept.assembled()
                        && kept.number() == part.number()
                        && kept.text().equals(message.text());
    }

    private static boolean belongsToAnotherText(Kept kept, InboundMessage message, InboundMessage.Part part) {
        return kept.assembled()
                || kept.number() == part.number()
                || kept.receivedAt().toInstant().plus(LATEST).isBefore(message.at());
    }

    private static InboundMessage text(Parts parts, List<Kept> here) {
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (Kept each : here) {
            text.append(each.number() == next ? "" : MISSING).append(each.text());
            next = each.number() + 1;
        }
        text.append(next > parts.total() ? "" : MISSING);
        Instant last = here.stream()
                .map(each -> each.receivedAt().toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new InboundMessage(
                parts.tenant(),
                parts.channel(),
                parts.account(),
                here.get(0).externalId(),
                parts.address(),
                text.toString(),
                last,
                Optional.empty());
    }

    private List<Kept> kept(Parts parts) {
        return jdbc.sql("select number, external_id, text, assembled, received_at from message_part where " + SET
                        + " order by number")
                .params(parts.key())
                .query((row, number) -> new Kept(
                        row.getInt("number"),
                        row.getString("external_id"),
                        row.getString("text"),
                        row.getBoolean("assembled"),
                        row.getTimestamp("received_at")))
                .list();
    }

    private void lock(Parts parts) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(parcours_tenant() || ?, 0))")
                .param(parts.channel() + parts.account() + parts.address() + parts.reference())
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
