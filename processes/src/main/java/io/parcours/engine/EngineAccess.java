package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * The one door to the engine: gives it the tenant and the person for its own checks, which would else do nothing, and
 * refuses without a tenant.
 */
@Component
class EngineAccess {

    /** PostgreSQL's deadlock, serialization failure and lock time-out: trying again will do. */
    private static final Set<String> MOVED_AT_ONCE = Set.of("40P01", "40001", "55P03");

    private static final String PLATFORM = "parcours";

    private final ProcessEngine engine;
    private final CurrentUser user;

    EngineAccess(ProcessEngine engine, CurrentUser user) {
        this.engine = engine;
        this.user = user;
    }

    <T> T call(Supplier<T> action) {
        String tenant = TenantContext.required();
        IdentityService identity = engine.getIdentityService();
        Authentication before = identity.getCurrentAuthentication();
        String person = user.name() == null ? PLATFORM : user.name();
        identity.setAuthentication(person, List.copyOf(user.roles()), List.of(tenant));
        try {
            return action.get();
        } catch (OptimisticLockingException e) {
            throw new ConcurrentChange(e);
        } catch (ProcessEngineException e) {
            SQLException cause = ExceptionUtils.throwableOfType(e, SQLException.class);
            throw cause != null && MOVED_AT_ONCE.contains(String.valueOf(cause.getSQLState()))
                    ? new ConcurrentChange(e)
                    : e;
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }

    void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }
}
