package io.parcours.media;

/** How far a file is. */
final class MediaState {

    static final String WAITING = "waiting";
    static final String KEPT = "kept";
    static final String REFUSED = "refused";
    static final String FAILED = "failed";

    private MediaState() {}
}
