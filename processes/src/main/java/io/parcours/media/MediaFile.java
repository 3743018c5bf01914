package io.parcours.media;

import java.util.UUID;

/**
 * A file beside a message, as far as it is here.
 *
 * @param state {@code waiting} to be fetched, {@code kept}, {@code refused} by us, or {@code failed}
 * @param reason why it is not here: a word that the screens have a sentence for; null where there is none
 * @param name cleaned; null where unknown
 * @param type as its octets say, else as somebody told; null where unknown
 * @param recognised whether the octets themselves say the type
 * @param size in octets; 0 where it is not here
 */
public record MediaFile(UUID id, String state, String reason, String name, String type, boolean recognised, long size) {

    /** Whether it is still on its way here. */
    public boolean waiting() {
        return state.equals(MediaState.WAITING);
    }

    public boolean kept() {
        return state.equals(MediaState.KEPT);
    }

    /** Whether somebody may ask to have it fetched once more. */
    public boolean failed() {
        return state.equals(MediaState.FAILED);
    }

    /** Whether a browser may show it by itself: a short list of pictures, sounds and films, by their octets. */
    public boolean showable() {
        return kept() && recognised && MediaType.showable(type);
    }
}
