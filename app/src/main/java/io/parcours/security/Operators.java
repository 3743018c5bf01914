package io.parcours.security;

import io.parcours.tenant.TenantContext;
import jakarta.annotation.security.RolesAllowed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How many people of each operator may sign in, for the platform administrator: numbers, never names. */
@Service
public class Operators {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UserRegistration registration;

    Operators(JdbcClient jdbc, TransactionTemplate transaction, UserRegistration registration) {
        this.jdbc = jdbc;
        this.registration = registration;
        this.transaction = transaction;
    }

    /** @param lastSignIn null where nobody ever signed in */
    public record Staff(String tenant, int users, int enabled, int administrators, Instant lastSignIn) {
        public static Staff none(String tenant) {
            return new Staff(tenant, 0, 0, 0, null);
        }
    }

    @RolesAllowed("PLATFORM_ADMIN")
    public Map<String, Staff> staffByTenant() {
        List<Staff> staff = TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql("""
                        select tenant_id, count(*) as users, count(*) filter (where enabled) as enabled,
                               count(*) filter (where enabled and 'TENANT_ADMIN' = any (roles)) as administrators,
                               max(last_login_at) as last_sign_in
                          from app_user group by tenant_id""")
                .query((row, n) -> {
                    Timestamp last = row.getTimestamp("last_sign_in");
                    return new Staff(
                            row.getString("tenant_id"),
                            row.getInt("users"),
                            row.getInt("enabled"),
                            row.getInt("administrators"),
                            last == null ? null : last.toInstant());
                })
                .list()));
        return staff.stream().collect(Collectors.toMap(Staff::tenant, Function.identity()));
    }

    /** Gives an operator an administrator, who creates its other users; returns the password for the first sign-in. */
    @RolesAllowed("PLATFORM_ADMIN")
    public String createAdministrator(String tenant, String username, String displayName, String language) {
        NewUser user = new NewUser(username, displayName, Set.of(Role.TENANT_ADMIN), language);
        return TenantContext.callAsSystem(() -> registration.register(tenant, user));
    }
}
