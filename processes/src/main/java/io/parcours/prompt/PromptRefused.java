package io.parcours.prompt;

/** A file that cannot be a prompt. */
public class PromptRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** Not a WAV file, or a broken one. */
        NOT_WAV,
        /** A WAV file in a coding that cannot be converted. */
        CODING,
        EMPTY,
        /** Longer than {@link TelephoneAudio#LONGEST}. */
        TOO_LONG,
        /** Larger than {@link TelephoneAudio#LARGEST}. */
        TOO_LARGE
    }

    private final Reason reason;

    PromptRefused(Reason reason) {
        super("Not a prompt: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
