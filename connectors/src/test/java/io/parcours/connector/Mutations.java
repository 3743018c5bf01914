package io.parcours.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Bodies as no provider writes them, made of some that one does: their fields are taken away, doubled, of another type, huge or
 * deep, or their octets are damaged. One row of chance gives the same bodies every time.
 */
public final class Mutations {

    /** Stands in a body for a number of its own, so that no body is a copy of another. */
    public static final String OWN = "{n}";

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);
    private static final List<byte[]> OCTETS = List.of(
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            new byte[] {(byte) 0xE2, (byte) 0x82},
            new byte[] {0});

    private final Random chance;
    private final TreeMutations fields;
    private final List<String> whole;
    private int made;

    /** @param whole bodies as the provider writes them */
    public Mutations(long row, List<String> whole) {
        this.chance = new Random(row);
        this.fields = new TreeMutations(chance);
        this.whole = List.copyOf(whole);
    }

    /** The next body of JSON. One in three has its octets damaged as well, and is mostly no JSON any more. */
    public byte[] json() {
        JsonNode tree = tree(drawn());
        int changes = 1 + chance.nextInt(3);
        for (int i = 0; i < changes; i++) {
            fields.change(tree);
        }
        byte[] octets = written(tree);
        return chance.nextInt(3) == 0 ? damaged(octets) : octets;
    }

    /** The next body with its octets damaged. */
    public byte[] octets() {
        return damaged(drawn().getBytes(UTF_8));
    }

    /** What a failure says, so that the body can be sent again. */
    public static String shown(byte[] body) {
        String text = new String(body, ISO_8859_1);
        return text.length() > 2_000 ? text.substring(0, 2_000) + "… (" + text.length() + " octets)" : text;
    }

    private String drawn() {
        return whole.get(chance.nextInt(whole.size())).replace(OWN, String.valueOf(++made));
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw new IllegalArgumentException(body, noJson);
        }
    }

    private static byte[] written(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] damaged(byte[] octets) {
        byte[] damaged = octets;
        for (int i = 0; i <= chance.nextInt(3); i++) {
            damaged = damagedOnce(damaged);
        }
        return damaged;
    }

    private byte[] damagedOnce(byte[] octets) {
        if (octets.length < 2) {
            return octets;
        }
        int from = chance.nextInt(octets.length);
        int to = from + 1 + chance.nextInt(octets.length - from);
        return switch (chance.nextInt(6)) {
            case 0 -> Arrays.copyOf(octets, from);
            case 1 -> joined(Arrays.copyOf(octets, to), Arrays.copyOfRange(octets, from, octets.length));
            case 2 -> joined(Arrays.copyOf(octets, from), Arrays.copyOfRange(octets, to, octets.length));
            case 3 ->
                joined(
                        Arrays.copyOf(octets, from),
                        OCTETS.get(chance.nextInt(OCTETS.size())),
                        Arrays.copyOfRange(octets, from, octets.length));
            case 4 -> flipped(octets, from, chance.nextInt(256));
            default -> flipped(octets, from, 32 + chance.nextInt(95));
        };
    }

    private static byte[] flipped(byte[] octets, int at, int octet) {
        byte[] flipped = octets.clone();
        flipped[at] = (byte) octet;
        return flipped;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
