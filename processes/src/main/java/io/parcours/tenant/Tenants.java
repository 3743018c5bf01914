package io.parcours.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operators of this installation. */
@Component
@Transactional(readOnly = true)
public class Tenants {

    private static final List<Object[]> QUEUES = List.of(
            new Object[] {"complaint-qualification", new String[] {"AGENT_N1", "AGENT_N2"}},
            new Object[] {"complaint-technical", new String[] {"BACK_OFFICE", "AGENT_N2"}},
            new Object[] {"complaint-billing", new String[] {"BACK_OFFICE"}},
            new Object[] {"complaint-relational", new String[] {"BACK_OFFICE"}},
            new Object[] {"complaint-approvals", new String[] {"SUPERVISOR"}},
            new Object[] {"complaint-escalations", new String[] {"SUPERVISOR"}},
            new Object[] {"unrouted", new String[] {"AGENT_N1", "AGENT_N2"}});

    private final JdbcClient jdbc;

    Tenants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All operators in system mode, the tenant's own row otherwise. */
    public List<Tenant> all() {
        return jdbc.sql("select * from tenant where operator order by name")
                .query(Tenants::tenant)
                .list();
    }

    /** The operator in force. */
    public Tenant current() {
        return jdbc.sql("select * from tenant where id = ?")
                .param(TenantContext.required())
                .query(Tenants::tenant)
                .single();
    }

    /** Takes on an operator, in system mode, with the queues that the shared journeys use. One that is there stays as it is. */
    @Transactional
    public void add(Tenant tenant) {
        int added = jdbc.sql("insert into tenant (id, name, accent, region, currency) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(tenant.id(), tenant.name(), tenant.accent(), tenant.region(), tenant.currency())
                .update();
        if (added == 1) {
            QUEUES.forEach(queue -> jdbc.sql("insert into queue (tenant_id, code, roles) values (?, ?, ?)")
                    .params(tenant.id(), queue[0], queue[1])
                    .update());
        }
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                row.getString("id"),
                row.getString("name"),
                row.getString("accent"),
                row.getString("region"),
                row.getString("currency"));
    }
}
