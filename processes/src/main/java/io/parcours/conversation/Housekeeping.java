package io.parcours.conversation;

import io.parcours.tenant.TenantContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets what nothing will ask for any more: receipts of messages that are not ours, parts of texts
 * never completed, what providers told and nothing acts on. */
@Component
class Housekeeping {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Housekeeping(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(cron = "0 15 3 * * *")
    public void forget() {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from early_receipt where received_at < now() - interval '7 days'")
                    .update();
            jdbc.sql("delete from message_part where received_at < now() - interval '7 days'")
                    .update();
            jdbc.sql("delete from provider_notice where at < now() - interval '30 days'")
                    .update();
        }));
    }
}
