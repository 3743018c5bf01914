package io.parcours.engine;

/** Somebody else moved the same journey at the same moment; nothing was changed, and trying again will do. */
public class ConcurrentChange extends RuntimeException {

    ConcurrentChange(Throwable cause) {
        super("The journey was changed at the same moment", cause);
    }
}
