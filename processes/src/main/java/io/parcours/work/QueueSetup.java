package io.parcours.work;

import io.parcours.tenant.AtStart;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantAdded;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each operator the queues that the journeys need; what an operator has made of one stays as it is. */
@Component
class QueueSetup extends AtStart {

    private final List<JourneyQueues> journeys;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    QueueSetup(List<JourneyQueues> journeys, Tenants tenants, JdbcClient jdbc, TransactionTemplate transaction) {
        super(OPERATORS);
        this.journeys = journeys;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @EventListener
    public void added(TenantAdded event) {
        journeys.stream().flatMap(journey -> journey.queues().stream()).forEach(queue -> add(event.tenant(), queue));
    }

    private void add(Tenant tenant, Queue queue) {
        jdbc.sql("insert into queue (tenant_id, code, roles) values (?, ?, ?) on conflict do nothing")
                .params(tenant.id(), queue.code(), queue.roles().toArray(String[]::new))
                .update();
    }

    /** A journey that came with a new release may need a queue that older operators lack. */
    @Override
    protected void begin() {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(
                status -> tenants.all().forEach(tenant -> added(new TenantAdded(tenant)))));
    }
}
