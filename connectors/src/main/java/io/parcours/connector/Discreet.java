package io.parcours.connector;

/** A failure without its messages: a database quotes the row that it refuses, and with it what a subscriber wrote. */
public final class Discreet extends RuntimeException {

    private static final int DEEPEST = 10;

    private Discreet(Throwable original, int depth) {
        super(original.getClass().getName(), copy(original.getCause(), depth + 1), false, true);
        setStackTrace(original.getStackTrace());
    }

    public static Throwable copy(Throwable original) {
        return copy(original, 0);
    }

    private static Throwable copy(Throwable original, int depth) {
        return original == null || depth > DEEPEST ? null : new Discreet(original, depth);
    }
}
