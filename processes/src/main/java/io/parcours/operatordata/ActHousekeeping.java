package io.parcours.operatordata;

import io.parcours.tenant.TenantContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets acts that no job will come back to: an incident is mended, or given up, within a quarter of a year. */
@Component
class ActHousekeeping {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ActHousekeeping(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(cron = "0 20 3 * * *")
    public void forget() {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("delete from operator_act where changed_at < now() - interval '90 days'")
                        .update()));
    }
}
