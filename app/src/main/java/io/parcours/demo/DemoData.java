package io.parcours.demo;

import io.parcours.tenant.AtStart;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two operators with customers and a year of complaints behind them. Comes before channels and web server open, since whoever
 * arrives there is looked up among these; what is there already stays as it is.
 */
@Component
@Profile("demo")
class DemoData extends AtStart {

    static final List<Tenant> OPERATORS = List.of(
            new Tenant("demo", "Sahel Mobile", "#0b6e4f", "BJ", "XOF", "Africa/Porto-Novo"),
            new Tenant("littoral", "Littoral Télécom", "#7a3b8f", "BJ", "XOF", "Africa/Porto-Novo"));

    private final Tenants tenants;
    private final CustomerBase customers;
    private final ComplaintHistory complaints;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoData(
            Tenants tenants,
            CustomerBase customers,
            ComplaintHistory complaints,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        super(AtStart.OPERATORS);
        this.tenants = tenants;
        this.customers = customers;
        this.complaints = complaints;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    protected void begin() {
        TenantContext.runAsSystem(() -> OPERATORS.forEach(tenants::add));
        OPERATORS.forEach(operator -> TenantContext.run(operator.id(), () -> fill(operator.id())));
    }

    /** All of it or nothing, so that one customer tells whether it was done. */
    private void fill(String operator) {
        transaction.executeWithoutResult(status -> {
            if (!anyCustomer()) {
                complaints.write(operator, customers.write(operator));
            }
        });
    }

    private boolean anyCustomer() {
        return jdbc.sql("select exists (select 1 from customer where kind = 'customer')")
                .query(Boolean.class)
                .single();
    }
}
