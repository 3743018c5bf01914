package io.parcours.security;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/** The person signed in, and the operator they work for. */
public record ParcoursUser(
        String tenant,
        String username,
        String displayName,
        Set<Role> roles,
        String language,
        boolean mustChangePassword)
        implements UserDetails {

    public ParcoursUser {
        roles = Set.copyOf(roles);
    }

    /** The person of this request or screen; empty for a visitor. */
    public static Optional<ParcoursUser> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ParcoursUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    /** Not kept: the session has no use for it. */
    @Override
    public String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return username;
    }

    /** One person is one user, whatever their rights were when the session began. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ParcoursUser user && user.username.equals(username);
    }

    @Override
    public int hashCode() {
        return username.hashCode();
    }
}
