package io.parcours.security;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates a user with a password for one sign-in. */
@Component
class UserRegistration {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;

    UserRegistration(UserRepository users, PasswordEncoder encoder, TransactionTemplate transaction) {
        this.users = users;
        this.encoder = encoder;
        this.transaction = transaction;
    }

    String register(String tenant, NewUser user) {
        if (!USERNAME.matcher(user.username()).matches()) {
            throw new UserRefused("user.refused.username");
        }
        checkName(user.displayName());
        String password = Passwords.oneTime();
        String hash = encoder.encode(password);
        try {
            transaction.executeWithoutResult(status -> users.insert(tenant, user, hash, true));
        } catch (DuplicateKeyException taken) {
            throw new UserRefused("user.refused.taken", user.username());
        }
        return password;
    }

    static void checkName(String displayName) {
        if (displayName == null || displayName.isBlank()) {
            throw new UserRefused("user.refused.name");
        }
    }

    /** What an operator's administrator may give. */
    static void checkRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new UserRefused("user.refused.noRole");
        }
        if (roles.contains(Role.PLATFORM_ADMIN)) {
            throw new UserRefused("user.refused.platform");
        }
    }
}
