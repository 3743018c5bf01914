package io.parcours.security;

/** What a person is trusted with. The names are those that models, queues and views use. */
public enum Role {
    AGENT_N1,
    AGENT_N2,
    BACK_OFFICE,
    SUPERVISOR,
    ANALYST,
    TENANT_ADMIN,
    PLATFORM_ADMIN;

    /** The tenant of platform administrators; not an operator, and without any customer. */
    public static final String PLATFORM_TENANT = "platform";

    public String authority() {
        return "ROLE_" + name();
    }

    public String textKey() {
        return "role." + name();
    }
}
