package io.parcours.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Outside the demo nothing starts without a PostgreSQL of its own, nor with a password that anybody would try first. */
class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int SHORTEST_PASSWORD = 8;
    private static final Set<String> TRIED_FIRST = Set.of(
            "parcours",
            "postgres",
            "postgresql",
            "password",
            "passw0rd",
            "motdepasse",
            "secret",
            "changeme",
            "change-me",
            "change_me",
            "changeit",
            "administrator",
            "demo1234",
            "12345678",
            "123456789",
            "azertyuiop",
            "qwertyuiop");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        if (!demo || isSet(environment, "parcours.db.url")) {
            refuseMissing(environment, demo);
        }
        if (!demo) {
            refuseGuessable(environment, "PARCOURS_DB_PASSWORD", "parcours.db.password", "parcours.db.user");
            refuseGuessable(
                    environment, "PARCOURS_DB_OWNER_PASSWORD", "parcours.db.owner-password", "parcours.db.owner-user");
        }
    }

    private static void refuseMissing(Environment environment, boolean demo) {
        List<String> missing = new ArrayList<>();
        addUnlessSet(missing, environment, "PARCOURS_DB_URL", "parcours.db.url");
        addUnlessSet(missing, environment, "PARCOURS_DB_PASSWORD", "parcours.db.password");
        addUnlessSet(missing, environment, "PARCOURS_DB_OWNER_PASSWORD", "parcours.db.owner-password");
        if (missing.isEmpty()) {
            return;
        }
        String where = demo ? "with another PostgreSQL" : "outside the demo";
        throw new StartRefused("Parcours needs " + String.join(", ", missing) + " in the environment to start " + where
                + ": see docs/operating.md.");
    }

    private static void addUnlessSet(List<String> missing, Environment environment, String setting, String property) {
        if (!isSet(environment, property)) {
            missing.add(setting);
        }
    }

    private static boolean isSet(Environment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }

    private static void refuseGuessable(Environment environment, String setting, String property, String userProperty) {
        String password = environment.getProperty(property, "").toLowerCase(Locale.ROOT);
        String user = environment.getProperty(userProperty, "").toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST_PASSWORD || password.equals(user) || TRIED_FIRST.contains(password)) {
            throw new StartRefused(setting + " is a default password or shorter than " + SHORTEST_PASSWORD
                    + " characters: give the role a password of its own.");
        }
    }
}
