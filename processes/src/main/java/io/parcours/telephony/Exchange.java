package io.parcours.telephony;

/**
 * An account by which calls come and go.
 *
 * @param callsOut whether it has a trunk by which numbers can be called
 * @param problem why nothing is known of its calls now, for the log; null where it works
 */
public record Exchange(String account, boolean callsOut, String problem) {

    public boolean works() {
        return problem == null;
    }
}
