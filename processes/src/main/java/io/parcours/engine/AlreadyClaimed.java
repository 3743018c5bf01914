package io.parcours.engine;

/** Somebody else was quicker. */
public class AlreadyClaimed extends RuntimeException {

    private final String by;

    AlreadyClaimed(String by) {
        super("Already claimed by " + by);
        this.by = by;
    }

    public String by() {
        return by;
    }
}
