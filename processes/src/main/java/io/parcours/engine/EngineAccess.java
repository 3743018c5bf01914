package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * The one door to the engine: gives it the tenant and the person for its own checks, which would else do nothing, and
 * refuses without a tenant.
 */
@Component
class EngineAccess {

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
