package io.parcours.ui.frame;

import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.tenant.Tenants;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds the look of a person's operator; the platform's own for its administrators and for visitors. */
@Component
class OperatorLooks {

    private static final OperatorLook PLATFORM = new OperatorLook("Parcours", "#0b6e6e");
    /** The colour goes into a style, so it has to be a colour and nothing else. */
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Tenants tenants;

    OperatorLooks(Tenants tenants) {
        this.tenants = tenants;
    }

    OperatorLook of(ParcoursUser user) {
        if (user == null || user.tenant().equals(Role.PLATFORM_TENANT)) {
            return PLATFORM;
        }
        var operator = tenants.current();
        String accent =
                operator.accent() != null && COLOUR.matcher(operator.accent()).matches()
                        ? operator.accent()
                        : PLATFORM.accent();
        return new OperatorLook(operator.name(), accent);
    }
}
