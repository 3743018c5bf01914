package io.parcours.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A user as the administrator sees them; never with the password. */
public record UserAccount(
        UUID id,
        String tenant,
        String username,
        String displayName,
        Set<Role> roles,
        String language,
        boolean enabled,
        boolean mustChangePassword,
        Instant lockedUntil,
        Instant createdAt,
        Instant lastLoginAt) {

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
