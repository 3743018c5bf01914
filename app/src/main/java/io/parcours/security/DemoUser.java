package io.parcours.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The people of the demo: for each operator one of every role, and one for the platform. */
public enum DemoUser {
    AWA("demo", "awa@sahel", "Awa Traoré", Role.AGENT_N1),
    MOUSSA("demo", "moussa@sahel", "Moussa Keïta", Role.AGENT_N2),
    FATOU("demo", "fatou@sahel", "Fatou Diallo", Role.BACK_OFFICE),
    IBRAHIM("demo", "ibrahim@sahel", "Ibrahim Coulibaly", Role.SUPERVISOR),
    AICHA("demo", "aicha@sahel", "Aïcha Sow", Role.ANALYST),
    SALIF("demo", "salif@sahel", "Salif Barry", Role.TENANT_ADMIN),
    KOFFI("littoral", "koffi@littoral", "Koffi Mensah", Role.AGENT_N1),
    AFI("littoral", "afi@littoral", "Afi Adjovi", Role.AGENT_N2),
    YAO("littoral", "yao@littoral", "Yao Amoussou", Role.BACK_OFFICE),
    ADJOA("littoral", "adjoa@littoral", "Adjoa Hounsou", Role.SUPERVISOR),
    KODJO("littoral", "kodjo@littoral", "Kodjo Agbéko", Role.ANALYST),
    ESSI("littoral", "essi@littoral", "Essi Lawson", Role.TENANT_ADMIN),
    ADMIN(Role.PLATFORM_TENANT, "admin@parcours", "Inès Dossou", Role.PLATFORM_ADMIN);

    /** The same for all of them, and shown on the login page: there is nothing to protect in the demo. */
    public static final String PASSWORD = "parcours-demo";

    private final String tenant;
    private final String username;
    private final String displayName;
    private final Role role;

    DemoUser(String tenant, String username, String displayName, Role role) {
        this.tenant = tenant;
        this.username = username;
        this.displayName = displayName;
        this.role = role;
    }

    public String tenant() {
        return tenant;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }

    NewUser asNewUser() {
        return new NewUser(username, displayName, Set.of(role), "fr");
    }

    static List<String> usernames() {
        return Arrays.stream(values()).map(DemoUser::username).toList();
    }
}
