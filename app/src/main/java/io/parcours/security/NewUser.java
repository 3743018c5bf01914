package io.parcours.security;

import java.util.Locale;
import java.util.Set;

/** A user to be created. */
public record NewUser(String username, String displayName, Set<Role> roles, String language) {

    public NewUser {
        username = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
        displayName = displayName == null ? "" : displayName.strip();
        roles = Set.copyOf(roles);
    }
}
