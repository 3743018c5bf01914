package io.parcours.call;

import io.parcours.tenant.AtStart;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what was left open when this node begins: it is the only one. Agents were parted from their callers: when the exchange is
 * connected again, legs that nobody knows are hung up, and callers are back with their journeys.
 */
@Component
class CallsLeftOpen extends AtStart {

    private final Tenants tenants;
    private final CallRepository calls;
    private final SupervisionRepository supervisions;
    private final CallKeeper keeper;
    private final TransactionTemplate transaction;

    CallsLeftOpen(
            Tenants tenants,
            CallRepository calls,
            SupervisionRepository supervisions,
            CallKeeper keeper,
            TransactionTemplate transaction) {
        super(BEFORE_CONNECTIONS);
        this.tenants = tenants;
        this.calls = calls;
        this.supervisions = supervisions;
        this.keeper = keeper;
        this.transaction = transaction;
    }

    @Override
    protected void begin() {
        List<Tenant> all = TenantContext.callAsSystem(tenants::all);
        all.forEach(tenant -> TenantContext.run(tenant.id(), this::end));
    }

    void end() {
        transaction.executeWithoutResult(status -> {
            calls.open().forEach(call -> keeper.end(call, "INTERRUPTED"));
            supervisions.endAll();
        });
    }
}
