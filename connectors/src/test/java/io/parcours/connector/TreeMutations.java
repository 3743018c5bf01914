package io.parcours.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes what stands in a body, so that it stays JSON and is what nobody expects. */
final class TreeMutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NUMBERS = List.of(
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "-0",
            "-1",
            "0",
            "9".repeat(99),
            "9".repeat(101),
            "9223372036854775808",
            "-9223372036854775809",
            "4294967296",
            "253402300800000",
            "NaN");
    private static final List<String> CHARACTERS = List.of(
            "\0", "\ud800", "\udc00", "\udc00\ud800", "\u202e", "\ufeff", "\uffff", "\r\n", "\u2028", "%00", "'");

    private final Random chance;

    TreeMutations(Random chance) {
        this.chance = chance;
    }

    /** A field of an object, or a place in a list. */
    private record Spot(ContainerNode<?> in, String field, int index) {

        JsonNode value() {
            return in instanceof ObjectNode object ? object.get(field) : in.get(index);
        }

        void put(JsonNode value) {
            if (in instanceof ObjectNode object) {
                object.set(field, value);
            } else {
                ((ArrayNode) in).set(index, value);
            }
        }

        void remove() {
            if (in instanceof ObjectNode object) {
                object.remove(field);
            } else {
                ((ArrayNode) in).remove(index);
            }
        }
    }

    private static void collect(JsonNode node, List<Spot> into) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> into.add(new Spot(object, name, 0)));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                into.add(new Spot(list, "", i));
            }
        }
        node.forEach(child -> collect(child, into));
    }

    /** One change at one place. */
    void change(JsonNode tree) {
        List<Spot> spots = new ArrayList<>();
        collect(tree, spots);
        if (spots.isEmpty()) {
            return;
        }
        Spot spot = spots.get(chance.nextInt(spots.size()));
        switch (chance.nextInt(12)) {
            case 0 -> spot.remove();
            case 1 -> spot.put(NODES.nullNode());
            case 2 -> spot.put(number());
            case 3 -> spot.put(nested());
            case 4 -> spot.put(longText());
            case 5 -> spot.put(NODES.arrayNode().add(spot.value()));
            case 6 -> spot.put(NODES.objectNode().set(strange(20), spot.value()));
            case 7 -> doubled(spot);
            case 8 -> unknown(spot);
            case 9 -> spot.put(empty());
            default -> spot.put(seasoned(spot.value()));
        }
    }

    private JsonNode number() {
        return NODES.rawValueNode(new RawValue(NUMBERS.get(chance.nextInt(NUMBERS.size()))));
    }

    private JsonNode empty() {
        return switch (chance.nextInt(5)) {
            case 0 -> NODES.arrayNode();
            case 1 -> NODES.objectNode();
            case 2 -> NODES.textNode("");
            case 3 -> NODES.textNode(" \t ");
            default -> NODES.booleanNode(chance.nextBoolean());
        };
    }

    private JsonNode nested() {
        JsonNode node = NODES.textNode("deep");
        for (int left = List.of(5, 40, 80, 250).get(chance.nextInt(4)); left > 0; left--) {
            node = left % 2 == 0
                    ? NODES.arrayNode().add(node)
                    : NODES.objectNode().set("a", node);
        }
        return node;
    }

    /** Around the bounds of what is read and what can be stored, and of characters that nothing makes shorter. */
    private JsonNode longText() {
        int length = List.of(499, 501, 2_001, 3_000, 10_000, 100_000).get(chance.nextInt(6));
        boolean figures = chance.nextInt(3) == 0;
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (figures ? '0' + chance.nextInt(10) : 33 + chance.nextInt(94)));
        }
        return NODES.textNode(text.toString());
    }

    private void doubled(Spot spot) {
        if (spot.in() instanceof ArrayNode list) {
            list.add(spot.value());
        } else {
            spot.put(NODES.arrayNode().add(spot.value()).add(spot.value().deepCopy()));
        }
    }

    /** A field of tomorrow beside this one; in a list, an element. */
    private void unknown(Spot spot) {
        JsonNode value = chance.nextBoolean() ? spot.value().deepCopy() : nested();
        if (spot.in() instanceof ObjectNode object) {
            object.set(strange(1_200), value);
        } else {
            ((ArrayNode) spot.in()).insert(spot.index(), value);
        }
    }

    private JsonNode seasoned(JsonNode value) {
        if (!value.isTextual() || value.asText().isEmpty()) {
            return NODES.textNode(CHARACTERS.get(chance.nextInt(CHARACTERS.size())));
        }
        StringBuilder text = new StringBuilder(value.asText());
        for (int i = 0; i <= chance.nextInt(3); i++) {
            text.insert(chance.nextInt(text.length() + 1), CHARACTERS.get(chance.nextInt(CHARACTERS.size())));
        }
        return NODES.textNode(text.toString());
    }

    private String strange(int longest) {
        return CHARACTERS.get(chance.nextInt(CHARACTERS.size())) + "x".repeat(chance.nextInt(longest));
    }
}
