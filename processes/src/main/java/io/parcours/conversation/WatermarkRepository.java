package io.parcours.conversation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a conversation was delivered and read, where the provider says it by a moment instead of by messages. */
@Repository
class WatermarkRepository {

    /** Messages bear our time and watermarks the provider's: the clocks may differ by so much. */
    static final Duration SKEW = Duration.ofSeconds(1);

    private static final String CONVERSATION = """
             from conversation v where v.tenant_id = parcours_tenant() and v.channel = ? and v.account = ?
             and v.address = ?
            """;

    private final JdbcClient jdbc;

    WatermarkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For messages that are only known as sent later. A watermark never falls. */
    void remember(Watermark watermark) {
        String column = watermark.state() == DeliveryState.READ ? "read_until" : "delivered_until";
        jdbc.sql("update conversation set " + column + " = greatest(" + column + ", ?)"
                        + " where tenant_id = parcours_tenant() and channel = ? and account = ? and address = ?")
                .params(
                        Timestamp.from(watermark.until()),
                        watermark.channel(),
                        watermark.account(),
                        watermark.address())
                .update();
    }

    /**
     * Waits for those that are becoming known as sent at this moment, and keeps others from it: afterwards either side sees
     * what the other one wrote.
     */
    void lock(Watermark watermark) {
        jdbc.sql("select m.id from message m where m.conversation_id in (select v.id" + CONVERSATION
                        + ") and not m.inbound and m.state in ('sending', 'sent', 'unknown', 'delivered') and m.at <= ?"
                        + " order by m.number for update")
                .params(watermark.channel(), watermark.account(), watermark.address(), covered(watermark))
                .query((row, number) -> 0)
                .list();
    }

    /** The ids that receipts name, of all messages that the watermark covers and that have not got as far. */
    List<String> covered(Watermark watermark, List<String> statesBefore) {
        return jdbc.sql("select p.provider_id from message m join message_provider_id p on p.message_id = m.id"
                        + " where m.conversation_id in (select v.id" + CONVERSATION
                        + ") and not m.inbound and m.at <= ? and m.state = any (?) order by m.number")
                .params(
                        watermark.channel(),
                        watermark.account(),
                        watermark.address(),
                        covered(watermark),
                        statesBefore.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static Timestamp covered(Watermark watermark) {
        Instant until = watermark.until().plus(SKEW);
        return Timestamp.from(until);
    }
}
