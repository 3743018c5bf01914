package io.parcours.connector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One text cut into what single short messages carry: the GSM alphabet where it suffices, else UCS-2. Segments of a
 * longer text begin with the header that lets the handset put them together; no character is cut in two.
 *
 * @param dataCoding as in SMPP: 0 for the GSM alphabet, 8 for UCS-2
 * @param segments the octets of each short message, header included
 */
public record SegmentedText(byte dataCoding, List<byte[]> segments) {

    public static final byte GSM = 0;
    public static final byte UCS2 = 8;

    private static final int HEADER = 6;
    private static final int MOST_SEGMENTS = 255;

    /**
     * @param reference what the segments of this text share; its low octet is used
     * @throws IllegalArgumentException where the text needs more than 255 segments
     */
    public static SegmentedText of(String text, int reference) {
        return Gsm7.canEncode(text)
                ? new SegmentedText(GSM, cut(Gsm7.encode(text), reference, 160, 153, SegmentedText::afterEscape))
                : new SegmentedText(
                        UCS2,
                        cut(text.getBytes(StandardCharsets.UTF_16BE), reference, 140, 134, SegmentedText::insidePair));
    }

    /** Whether the segments carry the concatenation header. */
    public boolean concatenated() {
        return segments.size() > 1;
    }

    private static List<byte[]> cut(byte[] octets, int reference, int whole, int part, Overhang overhang) {
        if (octets.length <= whole) {
            return List.of(octets);
        }
        List<byte[]> bodies = new ArrayList<>();
        for (int start = 0; start < octets.length; ) {
            int end = Math.min(start + part, octets.length);
            end -= end < octets.length ? overhang.at(octets, end) : 0;
            bodies.add(Arrays.copyOfRange(octets, start, end));
            start = end;
        }
        if (bodies.size() > MOST_SEGMENTS) {
            throw new IllegalArgumentException("The text needs " + bodies.size() + " short messages, 255 are the most");
        }
        List<byte[]> segments = new ArrayList<>();
        for (byte[] body : bodies) {
            segments.add(withHeader(body, reference, bodies.size(), segments.size() + 1));
        }
        return segments;
    }

    private static byte[] withHeader(byte[] body, int reference, int total, int number) {
        byte[] segment = new byte[HEADER + body.length];
        byte[] header = {5, 0, 3, (byte) reference, (byte) total, (byte) number};
        System.arraycopy(header, 0, segment, 0, HEADER);
        System.arraycopy(body, 0, segment, HEADER, body.length);
        return segment;
    }

    private static int afterEscape(byte[] octets, int end) {
        return octets[end - 1] == Gsm7.ESCAPE ? 1 : 0;
    }

    private static int insidePair(byte[] octets, int end) {
        return (octets[end - 2] & 0xFC) == 0xD8 ? 2 : 0;
    }

    /** How many octets before a cut belong to the character after it. */
    private interface Overhang {
        int at(byte[] octets, int end);
    }
}
