package io.parcours.connector;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The default alphabet of GSM 03.38 with its extension table, one septet an octet, as SMPP carries it under data
 * coding 0.
 */
public final class Gsm7 {

    static final byte ESCAPE = 0x1B;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Integer, Character> EXTENSION = Map.of(
            0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']', 0x40, '|', 0x65,
            '€');
    private static final Map<Character, byte[]> CODES = codes();

    private Gsm7() {}

    /** Whether every character of the text has a place in the alphabet. */
    public static boolean canEncode(String text) {
        return text.chars().allMatch(character -> CODES.containsKey((char) character));
    }

    /** @throws IllegalArgumentException where {@link #canEncode} says no */
    public static byte[] encode(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length() + 8);
        for (char character : text.toCharArray()) {
            byte[] code = CODES.get(character);
            if (code == null) {
                throw new IllegalArgumentException("Not in the GSM alphabet: U+%04X".formatted((int) character));
            }
            octets.writeBytes(code);
        }
        return octets.toByteArray();
    }

    /** Reads anything: what the alphabet does not know is read as the standard and common practice have it. */
    public static String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int code = octets[i] & 0xFF;
            if (code == ESCAPE) {
                i++;
                text.append(i < octets.length ? escaped(octets[i] & 0xFF) : "");
            } else {
                text.append(plain(code));
            }
        }
        return text.toString();
    }

    private static char escaped(int code) {
        Character character = EXTENSION.get(code);
        return character != null ? character : plain(code);
    }

    private static char plain(int code) {
        // An eighth bit cannot be GSM 03.38; centres that set it mean Latin-1.
        char character = code < BASIC.length() ? BASIC.charAt(code) : (char) code;
        return character == ESCAPE ? ' ' : character;
    }

    private static Map<Character, byte[]> codes() {
        Map<Character, byte[]> codes = new HashMap<>();
        for (int code = 0; code < BASIC.length(); code++) {
            codes.put(BASIC.charAt(code), new byte[] {(byte) code});
        }
        codes.remove((char) ESCAPE);
        EXTENSION.forEach((code, character) -> codes.put(character, new byte[] {ESCAPE, code.byteValue()}));
        return codes;
    }
}
