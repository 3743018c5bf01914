package io.parcours.merging;

/** Two records cannot be merged, or not be separated, as they are now. */
public class MergeRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    MergeRefused(String reason) {
        super(reason);
    }
}
