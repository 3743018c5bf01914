package io.parcours.demo;

import io.parcours.call.AgentPlaces;
import io.parcours.security.DemoUser;
import io.parcours.security.Role;
import io.parcours.tenant.AtStart;
import io.parcours.tenant.TenantContext;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A telephone at the demo's exchange for everybody there who speaks with customers. It answers by itself. */
@Component
@Profile("demo")
class DemoPlaces extends AtStart {

    private static final Set<Role> TELEPHONED =
            EnumSet.of(Role.AGENT_N1, Role.AGENT_N2, Role.BACK_OFFICE, Role.SUPERVISOR);

    private final AgentPlaces places;

    DemoPlaces(AgentPlaces places) {
        super(PEOPLE);
        this.places = places;
    }

    @Override
    protected void begin() {
        for (DemoUser user : DemoUser.values()) {
            if (TELEPHONED.contains(user.role())) {
                TenantContext.run(user.tenant(), () -> place(user.username()));
            }
        }
    }

    private void place(String username) {
        if (places.of(username).isEmpty()) {
            places.set(username, "PJSIP/" + username.replaceFirst("@.*", ""));
        }
    }
}
