package io.parcours.connector.simulator;

import java.time.Instant;

/**
 * Something that was played to somebody on the telephone.
 *
 * @param piece which of the sounds of the playback it is, from 0
 * @param text what is said in it, as far as whoever gave the audio told
 * @param octets of the audio
 * @param sound whether there is anything to hear in it
 * @param end null while it lasts
 */
public record Heard(Instant at, String playback, int piece, String text, int octets, boolean sound, End end) {

    /** How it ended. */
    public enum End {
        WHOLE,
        STOPPED,
        HUNG_UP
    }

    /** Whether words were played that nothing could speak. */
    public boolean silent() {
        return octets > 0 && !sound;
    }

    Heard ended(End how) {
        return end == null ? new Heard(at, playback, piece, text, octets, sound, how) : this;
    }
}
