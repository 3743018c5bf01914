package io.parcours.bench;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what leaves. Plain: one row in the job's transaction, so that a crash after the provider took it sends it again
 * and nobody knows. Safe: each state in a transaction of its own, as ours does.
 */
final class StockSends {

    final Tally tally = new Tally();
    volatile boolean safe;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate ownTransaction;

    StockSends(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void send(String caseNumber, String code, String text) {
        if (safe) {
            UUID id = ownTransaction.execute(status -> insert(caseNumber, code, text, "queued"));
            ownTransaction.executeWithoutResult(status -> state(id, "sending"));
            ownTransaction.executeWithoutResult(status -> sent(id));
        } else {
            sent(insert(caseNumber, code, text, "sending"));
        }
        tally.countAfterCommit();
    }

    private UUID insert(String caseNumber, String code, String text, String state) {
        return jdbc.queryForObject("""
                with v as (update conversation set last_number = last_number + 1
                           where tenant_id = 'demo' and case_number = ? returning id, last_number)
                insert into message (conversation_id, number, inbound, channel, send_key, case_number, code, text, state)
                select v.id, v.last_number, false, 'sms', gen_random_uuid()::text, ?, ?, ?, ? from v returning id
                """, UUID.class, caseNumber, caseNumber, code, text, state);
    }

    private void sent(UUID id) {
        state(id, "sent");
        jdbc.update(
                "insert into message_provider_id (channel, account, provider_id, message_id) values ('sms', 'demo', ?, ?)",
                "id-" + id,
                id);
    }

    private void state(UUID id, String state) {
        jdbc.update("update message set state = ?, state_at = now() where id = ?", state, id);
    }
}
