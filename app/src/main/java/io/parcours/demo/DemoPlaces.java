package io.parcours.demo;

import io.parcours.call.AgentPlaces;
import io.parcours.security.DemoUser;
import io.parcours.security.Role;
import io.parcours.tenant.TenantContext;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A telephone at the demo's exchange for everybody there who speaks with customers. It answers by itself. */
@Component
@Profile("demo")
class DemoPlaces implements SmartLifecycle {

    private static final Set<Role> TELEPHONED =
            EnumSet.of(Role.AGENT_N1, Role.AGENT_N2, Role.BACK_OFFICE, Role.SUPERVISOR);

    private final AgentPlaces places;
    private volatile boolean running;

    DemoPlaces(AgentPlaces places) {
        this.places = places;
    }

    @Override
    public void start() {
        for (DemoUser user : DemoUser.values()) {
            if (TELEPHONED.contains(user.role())) {
                TenantContext.run(user.tenant(), () -> place(user.username()));
            }
        }
        running = true;
    }

    private void place(String username) {
        if (places.of(username).isEmpty()) {
            places.set(username, "PJSIP/" + username.replaceFirst("@.*", ""));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the operators are there. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 300;
    }
}
