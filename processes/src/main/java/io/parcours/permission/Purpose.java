package io.parcours.permission;

import java.util.List;

/** Why a customer is contacted, as decisions and texts name it. */
public final class Purpose {

    /** About a case of theirs, or due to them. */
    public static final String SERVICE = "service";

    public static final String MARKETING = "marketing";
    public static final String SURVEY = "survey";
    public static final String COLLECTION = "collection";

    /** Why somebody may contact a customer, in the order in which a screen asks. */
    public static final List<String> OF_CONTACTS = List.of(SERVICE, MARKETING, SURVEY, COLLECTION);

    /** Every purpose: a customer who wants nothing at all on a channel. */
    public static final String ALL = "all";

    /** Every channel. */
    public static final String ANYWHERE = "*";

    private Purpose() {}
}
