package io.parcours.conversation;

import java.util.Set;

/**
 * What a subscriber sent beside text or in place of it.
 *
 * @param type {@code image}, {@code audio}, {@code video}, {@code document}, {@code sticker}, {@code location},
 *     {@code contacts}, {@code referral}; anything else is a kind of message that we cannot show, by the provider's name for it
 * @param mediaId the provider's id of the file, or its address where the provider gives no id; null where there is none
 * @param mimeType null where unknown
 * @param name of the file or the place; null where unknown
 * @param latitude in degrees, null but for a location
 * @param longitude in degrees, null but for a location
 */
public record Attachment(String type, String mediaId, String mimeType, String name, Double latitude, Double longitude) {

    /** What is fetched and kept; what else has an address leads to a page, not to a file. */
    private static final Set<String> FILES = Set.of("image", "audio", "video", "document", "sticker");

    private static final String COMING = "referral";

    public static Attachment media(String type, String mediaId, String mimeType, String name) {
        return new Attachment(type, mediaId, mimeType, name, null, null);
    }

    public static Attachment place(String name, double latitude, double longitude) {
        return new Attachment("location", null, null, name, latitude, longitude);
    }

    /** Something that has no text and no file for us. @param type the provider's name for it */
    public static Attachment other(String type) {
        return new Attachment(type, null, null, null, null, null);
    }

    /** That somebody came by a link, without a word. @param source the provider's name for where they came from */
    public static Attachment coming(String source) {
        return new Attachment(COMING, null, null, source, null, null);
    }

    /** Whether there is a file to it. */
    boolean isFile() {
        return mediaId != null && FILES.contains(type);
    }

    /** An emoji put on a message is for people to see: it answers no question and opens no case. */
    boolean saysNothing() {
        return type.equals("reaction");
    }

    /** Whoever comes by a link goes on here with what is open; that answers no question and opens no case either. */
    public boolean comes() {
        return type.equals(COMING);
    }
}
