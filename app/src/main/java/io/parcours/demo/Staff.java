package io.parcours.demo;

import io.parcours.complaint.ComplaintType;
import io.parcours.security.DemoUser;
import io.parcours.security.Role;
import java.util.Arrays;

/** Who of the demo's people did what in the past. */
final class Staff {

    private Staff() {}

    static String agent(String operator, ComplaintType type) {
        return of(operator, type == ComplaintType.TECHNICAL ? Role.AGENT_N2 : Role.BACK_OFFICE);
    }

    static String supervisor(String operator) {
        return of(operator, Role.SUPERVISOR);
    }

    private static String of(String operator, Role role) {
        return Arrays.stream(DemoUser.values())
                .filter(user -> user.tenant().equals(operator) && user.role() == role)
                .map(DemoUser::username)
                .findFirst()
                .orElseThrow();
    }
}
