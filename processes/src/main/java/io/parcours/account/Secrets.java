package io.parcours.account;

import java.util.LinkedHashMap;
import java.util.Map;

/** The accounts' secrets, sealed for the database. */
class Secrets {

    private final Seal seal;

    /** @param seal null where no key was given */
    Secrets(Seal seal) {
        this.seal = seal;
    }

    /** @throws AccountRefused where no key was given */
    Map<String, String> close(Map<String, String> secrets, String place) {
        if (seal == null && !secrets.isEmpty()) {
            throw new AccountRefused(AccountRefused.Reason.NO_KEY, "PARCOURS_SECRET_KEY is not set");
        }
        Map<String, String> closed = new LinkedHashMap<>();
        secrets.forEach((field, secret) -> closed.put(field, seal.close(secret, place + "/" + field)));
        return closed;
    }

    /** @throws Seal.SealBroken where they were sealed with another key, or none was given */
    Map<String, String> open(Map<String, String> closed, String place) {
        if (seal == null && !closed.isEmpty()) {
            throw new Seal.SealBroken(null);
        }
        Map<String, String> secrets = new LinkedHashMap<>();
        closed.forEach((field, kept) -> secrets.put(field, seal.open(kept, place + "/" + field)));
        return secrets;
    }
}
