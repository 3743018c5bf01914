package io.parcours.security;

import io.parcours.engine.CurrentUser;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the engine who acts: the person signed in, nobody in jobs and routes. */
@Component
class SignedInUser implements CurrentUser {

    @Override
    public String name() {
        return ParcoursUser.current().map(ParcoursUser::username).orElse(null);
    }

    @Override
    public Set<String> roles() {
        return ParcoursUser.current().map(ParcoursUser::roles).orElse(Set.of()).stream()
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
