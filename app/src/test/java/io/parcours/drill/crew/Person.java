package io.parcours.drill.crew;

import io.parcours.security.DemoUser;
import io.parcours.security.ParcoursUser;
import io.parcours.tenant.TenantContext;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody signed in, for as long as they do one thing. */
final class Person {

    private Person() {}

    static void is(DemoUser user, Runnable act) {
        var person =
                new ParcoursUser(user.tenant(), user.username(), user.displayName(), Set.of(user.role()), "fr", false);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        try {
            TenantContext.run(person.tenant(), act);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
