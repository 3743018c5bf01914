package io.parcours.engine;

import java.util.Set;

/** The person on whose behalf this thread acts. */
public interface CurrentUser {

    /** The user's name; null where no person acts: a message came in, a job runs. */
    String name();

    /** The user's roles, empty where no person acts. */
    Set<String> roles();

    /** @throws NotAllowed where a person acts who lacks the role */
    default void require(String role) {
        if (name() != null && !roles().contains(role)) {
            throw new NotAllowed(role);
        }
    }
}
