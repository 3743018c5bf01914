package io.parcours.media;

import java.util.Locale;

/** A file that is not kept, with the reason for it. */
public class NotFetched extends RuntimeException {

    /** Why; screens have a sentence for each. */
    public enum Reason {
        /** Larger than what its channel may bring. */
        TOO_LARGE(true, false),
        /** Something that runs when it is opened. */
        KIND(true, false),
        /** What came cannot be read. */
        BROKEN(true, false),
        /** The provider does not have it any more. */
        GONE(false, false),
        /** It lies where the platform fetches nothing. */
        PLACE(true, false),
        /** Other octets came than the provider said. */
        CHANGED(false, true),
        /** The account by which it came is not there. */
        ACCOUNT(false, true),
        /** No answer, or not that of a provider at work. */
        UNREACHABLE(false, true);

        private final boolean refused;
        private final boolean again;

        Reason(boolean refused, boolean again) {
            this.refused = refused;
            this.again = again;
        }

        /** Whether it is we who do not want it: trying again would change nothing. */
        boolean refused() {
            return refused;
        }

        boolean again() {
            return again;
        }

        /** As stored, and as the screens' texts name it. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    /** @param detail for a log: no address, no name */
    public NotFetched(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** As the screens' texts name the reason. */
    public String code() {
        return reason.code();
    }

    public Reason reason() {
        return reason;
    }
}
