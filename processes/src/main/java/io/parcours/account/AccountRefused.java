package io.parcours.account;

/** An account cannot be kept as it was given. */
public class AccountRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Reason {
        /** Fields that must be filled are empty. */
        MISSING,
        /** The name is no name, or another account has it. */
        NAME,
        /** The connector says what is wrong. */
        VALUES,
        /** There is no key to encrypt secrets with. */
        NO_KEY
    }

    private final Reason reason;

    AccountRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
