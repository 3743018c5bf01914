package io.parcours.connector.simulator;

import java.time.Instant;

/**
 * Something that was played to somebody on the telephone.
 *
 * @param text what is said in it, as far as whoever gave the audio told
 * @param octets of the audio
 * @param end null while it lasts
 */
public record Heard(Instant at, String playback, String text, int octets, End end) {

    /** How it ended. */
    public enum End {
        WHOLE,
        STOPPED,
        HUNG_UP
    }

    Heard ended(End how) {
        return end == null ? new Heard(at, playback, text, octets, how) : this;
    }
}
