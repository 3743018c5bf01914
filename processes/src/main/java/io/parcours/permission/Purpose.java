package io.parcours.permission;

/** Why a customer is contacted, as decisions and texts name it. */
public final class Purpose {

    /** About a case of theirs, or due to them. */
    public static final String SERVICE = "service";

    public static final String MARKETING = "marketing";
    /** Every purpose: a customer who wants nothing at all on a channel. */
    public static final String ALL = "all";

    /** Every channel. */
    public static final String ANYWHERE = "*";

    private Purpose() {}
}
