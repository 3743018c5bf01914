package io.parcours.connector;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the octets of one short message say. Reading never fails: what makes no sense is read as well as it can be.
 *
 * @param part present where the text is one part of a longer one
 */
public record UserData(String text, Optional<Part> part) {

    /**
     * @param reference what the parts share; its spelling tells 8-bit and 16-bit references apart
     * @param number from 1
     */
    public record Part(String reference, int number, int total) {

        /** Empty where the numbers name no part of several. */
        public static Optional<Part> of(String reference, int number, int total) {
            return total > 1 && number > 0 && number <= total
                    ? Optional.of(new Part(reference, number, total))
                    : Optional.empty();
        }
    }

    /**
     * @param dataCoding as in SMPP
     * @param withHeader whether the octets begin with a user data header
     */
    public static UserData read(byte dataCoding, boolean withHeader, byte[] octets) {
        int header = withHeader && octets.length > 0 ? (octets[0] & 0xFF) + 1 : 0;
        if (header == 0 || header > octets.length) {
            return new UserData(text(dataCoding, octets), Optional.empty());
        }
        String text = text(dataCoding, Arrays.copyOfRange(octets, header, octets.length));
        return new UserData(text, concatenation(Arrays.copyOf(octets, header)));
    }

    private static Optional<Part> concatenation(byte[] header) {
        for (int at = 1; at + 1 < header.length; at += 2 + (header[at + 1] & 0xFF)) {
            int length = header[at + 1] & 0xFF;
            if (at + 2 + length > header.length) {
                return Optional.empty();
            }
            if (header[at] == 0x00 && length == 3) {
                String reference = "%02x".formatted(header[at + 2]);
                return Part.of(reference, header[at + 4] & 0xFF, header[at + 3] & 0xFF);
            }
            if (header[at] == 0x08 && length == 4) {
                String reference = "%02x%02x".formatted(header[at + 2], header[at + 3]);
                return Part.of(reference, header[at + 5] & 0xFF, header[at + 4] & 0xFF);
            }
        }
        return Optional.empty();
    }

    private static String text(byte dataCoding, byte[] octets) {
        int coding = dataCoding & 0xFF;
        String text = isGsm(coding) ? Gsm7.decode(octets) : new String(even(octets, coding), charset(coding));
        // No database column holds it, and no subscriber typed it.
        return text.replace("\0", "");
    }

    private static boolean isGsm(int coding) {
        boolean wholeGroup = coding >= 0xC0 && coding < 0xE0;
        boolean sevenBitsOfGroup =
                (coding >= 0x10 && coding < 0x40 && (coding & 0x0C) == 0) || (coding >= 0xF0 && (coding & 0x04) == 0);
        return coding == 0 || wholeGroup || sevenBitsOfGroup;
    }

    private static boolean isUcs2(int coding) {
        return coding == 0x08
                || (coding >= 0x10 && coding < 0x40 && (coding & 0x0C) == 0x08)
                || (coding >= 0xE0 && coding < 0xF0);
    }

    private static byte[] even(byte[] octets, int coding) {
        return isUcs2(coding) ? Arrays.copyOf(octets, octets.length & ~1) : octets;
    }

    private static Charset charset(int coding) {
        if (isUcs2(coding)) {
            return StandardCharsets.UTF_16BE;
        }
        return switch (coding) {
            case 0x06 -> Charset.forName("ISO-8859-5");
            case 0x07 -> Charset.forName("ISO-8859-8");
            default -> StandardCharsets.ISO_8859_1;
        };
    }
}
