package io.parcours.security;

import static io.parcours.i18n.Languages.FRENCH;

import io.parcours.i18n.Messages;
import io.parcours.start.StartNotice;
import io.parcours.tenant.TenantContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the people of the demo where they are missing. Exists in the demo only; elsewhere they are disabled at start. */
@Component
@Profile("demo")
@Order(0)
public class DemoUsers implements ApplicationRunner, StartNotice {

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final Messages messages;

    DemoUsers(UserRepository users, PasswordEncoder encoder, TransactionTemplate transaction, Messages messages) {
        this.users = users;
        this.encoder = encoder;
        this.transaction = transaction;
        this.messages = messages;
    }

    public List<DemoUser> all() {
        return List.of(DemoUser.values());
    }

    @Override
    public void run(ApplicationArguments args) {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(status -> {
            List<DemoUser> missing = Arrays.stream(DemoUser.values())
                    .filter(user -> users.forLogin(user.username()).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                String hash = encoder.encode(DemoUser.PASSWORD);
                missing.forEach(user -> users.insert(user.tenant(), user.asNewUser(), hash, false));
            }
        }));
    }

    /** What somebody who just started the demo needs to sign in. */
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Mot de passe de tous / everybody's password: " + DemoUser.PASSWORD);
        for (DemoUser user : DemoUser.values()) {
            lines.add("  %-18s %s"
                    .formatted(
                            user.username(), messages.getTranslation(user.role().textKey(), FRENCH)));
        }
        return lines;
    }
}
