package io.parcours.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The users of the operator in force, for its administrator; and each person's own password and language. */
@Service
public class UserAccounts {

    private static final Logger log = LoggerFactory.getLogger(UserAccounts.class);

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final SignedInSessions sessions;
    private final UserRegistration registration;

    UserAccounts(
            UserRepository users,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            SignedInSessions sessions,
            UserRegistration registration) {
        this.users = users;
        this.encoder = encoder;
        this.transaction = transaction;
        this.sessions = sessions;
        this.registration = registration;
    }

    @RolesAllowed("TENANT_ADMIN")
    public List<UserAccount> all() {
        return transaction.execute(status -> users.all());
    }

    /** Creates the user and returns the password for the first sign-in, which is shown once and kept nowhere. */
    @RolesAllowed("TENANT_ADMIN")
    public String create(NewUser user) {
        UserRegistration.checkRoles(user.roles());
        String password = registration.register(me().tenant(), user);
        log.info("User {} created by {} with {}", user.username(), me().username(), user.roles());
        return password;
    }

    @RolesAllowed("TENANT_ADMIN")
    public void change(UUID id, String displayName, Set<Role> roles, String language) {
        UserRegistration.checkName(displayName);
        UserRegistration.checkRoles(roles);
        act(id, "changed", user -> {
            if (isMe(user) && !roles.contains(Role.TENANT_ADMIN)) {
                throw new UserRefused("user.refused.ownRight");
            }
            users.change(id, displayName.strip(), roles, language);
            if (!roles.equals(user.roles()) && !isMe(user)) {
                sessions.end(user.username());
            }
        });
    }

    @RolesAllowed("TENANT_ADMIN")
    public void setEnabled(UUID id, boolean enabled) {
        act(id, enabled ? "enabled" : "disabled", user -> {
            if (isMe(user)) {
                throw new UserRefused("user.refused.self");
            }
            users.setEnabled(id, enabled);
            sessions.end(user.username());
        });
    }

    @RolesAllowed("TENANT_ADMIN")
    public void unlock(UUID id) {
        act(id, "unlocked", user -> users.unlock(id));
    }

    /** Gives the user a new password to sign in with once; they choose their own then. */
    @RolesAllowed("TENANT_ADMIN")
    public String resetPassword(UUID id) {
        String password = Passwords.oneTime();
        String hash = encoder.encode(password);
        act(id, "given a new password", user -> {
            users.setPassword(user.username(), hash, true);
            if (!isMe(user)) {
                sessions.end(user.username());
            }
        });
        return password;
    }

    /** @throws UserRefused if the current password is wrong or the new one is not good enough */
    @PermitAll
    public void changeOwnPassword(String current, String wished) {
        String username = me().username();
        Passwords.check(username, wished);
        String stored = transaction.execute(
                status -> users.forLogin(username).orElseThrow().passwordHash());
        if (!encoder.matches(current, stored)) {
            throw new UserRefused("password.refused.current");
        }
        if (current.equals(wished)) {
            throw new UserRefused("password.refused.same");
        }
        String hash = encoder.encode(wished);
        transaction.executeWithoutResult(status -> users.setPassword(username, hash, false));
        log.info("User {} chose a new password", username);
    }

    @PermitAll
    public void setOwnLanguage(String language) {
        transaction.executeWithoutResult(status -> users.setLanguage(me().username(), language));
    }

    private void act(UUID id, String done, Consumer<UserAccount> action) {
        UserAccount user = transaction.execute(status -> {
            UserAccount found = users.find(id).orElseThrow(() -> new UserRefused("user.refused.unknown"));
            action.accept(found);
            return found;
        });
        log.info("User {} {} by {}", user.username(), done, me().username());
    }

    private static boolean isMe(UserAccount user) {
        return user.username().equals(me().username());
    }

    private static ParcoursUser me() {
        return ParcoursUser.current().orElseThrow();
    }
}
