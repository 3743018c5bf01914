package io.parcours.engine;

/** The person's roles do not work this queue, or allow this act. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String what) {
        super("Not allowed: " + what);
    }
}
