package io.parcours.wording;

/** A text that cannot be saved so; nothing has changed. */
public class TextRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** Why not. */
    public enum Reason {
        /** There is nothing in it. */
        EMPTY,
        /** It has more characters than the detail says. */
        TOO_LONG,
        /** A label is one line. */
        LINE_END,
        /** A brace that is no part of a placeholder. */
        BRACES,
        /** The detail is the name of a variable that this text does not have. */
        VARIABLE,
        /** Another answer of the question has this label. */
        SAME_LABEL,
        /** Somebody else, named by the detail, saved a version meanwhile. */
        CHANGED
    }

    TextRefused(Reason reason, String detail) {
        super(reason + " " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** What the reason is about; may be empty. */
    public String detail() {
        return detail;
    }
}
