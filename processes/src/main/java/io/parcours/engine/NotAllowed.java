package io.parcours.engine;

/** The person's roles do not work this queue. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String queue) {
        super("Not allowed to work the queue " + queue);
    }
}
