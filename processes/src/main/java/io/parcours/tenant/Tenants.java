package io.parcours.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operators of this installation. */
@Component
@Transactional(readOnly = true)
public class Tenants {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Map<String, Tenant> known = new ConcurrentHashMap<>();

    Tenants(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** All operators in system mode, the tenant's own row otherwise. */
    public List<Tenant> all() {
        return jdbc.sql("select * from tenant where operator order by name")
                .query(Tenants::tenant)
                .list();
    }

    /** The operator in force. Every text asks for its name: it is read once, and a change shows after the next start. */
    public Tenant current() {
        return known.computeIfAbsent(TenantContext.required(), this::read);
    }

    private Tenant read(String id) {
        return jdbc.sql("select * from tenant where id = ?")
                .param(id)
                .query(Tenants::tenant)
                .single();
    }

    /** Takes on an operator, in system mode; one that is there stays as it is. */
    @Transactional
    public void add(Tenant tenant) {
        int added = jdbc.sql("insert into tenant (id, name, accent, region, currency, zone) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(tenant.id(), tenant.name(), tenant.accent(), tenant.region(), tenant.currency(), tenant.zone())
                .update();
        if (added == 1) {
            events.publishEvent(new TenantAdded(tenant));
        }
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                row.getString("id"),
                row.getString("name"),
                row.getString("accent"),
                row.getString("region"),
                row.getString("currency"),
                row.getString("zone"));
    }
}
