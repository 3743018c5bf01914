package io.parcours.account;

import io.parcours.conversation.Problem;
import java.util.Optional;

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
    private final transient Problem problem;
    private final String field;

    AccountRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.problem = null;
        this.field = reason == Reason.MISSING ? detail : null;
    }

    /** For its values. */
    AccountRefused(IllegalArgumentException wrong) {
        super(wrong.getMessage());
        this.reason = Reason.VALUES;
        this.problem = wrong instanceof WrongValue value ? value.problem() : null;
        this.field = wrong instanceof WrongValue value ? value.field() : null;
    }

    public Reason reason() {
        return reason;
    }

    /** The name of the one field that is wrong; empty where it is not one of the kind's alone. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** What is wrong with its values, in words for the screen; empty where there is only the message. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
