package io.parcours.security;

import io.parcours.start.StartRefused;
import io.parcours.tenant.TenantContext;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On an installation without users, creates the platform administrator named by the environment (PARCOURS_ADMIN_USER,
 * PARCOURS_ADMIN_PASSWORD). Once there is a user, the two are not looked at any more.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final String username;
    private final String password;

    FirstAdministrator(
            UserRepository users,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            @Value("${PARCOURS_ADMIN_USER:}") String username,
            @Value("${PARCOURS_ADMIN_PASSWORD:}") String password) {
        this.users = users;
        this.encoder = encoder;
        this.transaction = transaction;
        this.username = username;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments args) {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(status -> {
            users.disable(DemoUser.usernames());
            if (!users.any()) {
                create();
            }
        }));
    }

    private void create() {
        if (username.isBlank() || password.isBlank()) {
            log.warn("There is no user yet. Set PARCOURS_ADMIN_USER and PARCOURS_ADMIN_PASSWORD and start again.");
            return;
        }
        NewUser user = new NewUser(username, "Administration", Set.of(Role.PLATFORM_ADMIN), "fr");
        try {
            Passwords.check(user.username(), password);
        } catch (UserRefused refused) {
            throw new StartRefused("PARCOURS_ADMIN_PASSWORD is too weak: at least " + Passwords.MIN_LENGTH
                    + " characters, not the user's name, not one repeated.");
        }
        users.insert(Role.PLATFORM_TENANT, user, encoder.encode(password), false);
        log.info("Platform administrator {} created", user.username());
    }
}
