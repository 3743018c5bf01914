package io.parcours.work;

import io.parcours.tenant.TenantContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the queues with the engine's tasks at the start and every night, and mends what differs. */
@Component
class WorkRepair {

    private static final Logger LOG = LoggerFactory.getLogger(WorkRepair.class);

    private final WorkItemProjection projection;
    private final TransactionTemplate transaction;

    WorkRepair(WorkItemProjection projection, TransactionTemplate transaction) {
        this.projection = projection;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 30 3 * * *")
    public void repair() {
        Integer mended = TenantContext.callAsSystem(() -> transaction.execute(status -> projection.repair()));
        if (mended != null && mended > 0) {
            LOG.warn("{} work items differed from the engine's tasks and were brought back in step", mended);
        }
    }
}
