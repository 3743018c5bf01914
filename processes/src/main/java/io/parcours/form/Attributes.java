package io.parcours.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The attributes of one JSON object of a form. One of the wrong shape is a problem, and then reads as absent. */
final class Attributes {

    /** Feel templates are expressions; of them a text may use only the plain value of a variable. */
    private static final Pattern EXPRESSION = Pattern.compile("^=|\\{\\{(?!\\s*[A-Za-z]\\w*\\s*}})");

    private final String element;
    private final JsonNode node;
    private final Problems problems;

    Attributes(String element, JsonNode node, Problems problems) {
        this.element = element;
        this.node = node;
        this.problems = problems;
    }

    String element() {
        return element;
    }

    Problems problems() {
        return problems;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    void allow(Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                problems.add(element, "attribute", "the attribute \"" + name + "\" is not in use here");
            }
        });
    }

    String text(String name) {
        return read(name, "a text", value -> value.isTextual() ? value.textValue() : null)
                .orElse(null);
    }

    /** A text that people read. */
    void label(String name) {
        String text = text(name);
        if (text != null && isExpression(text)) {
            problems.add(element, "expression", "\"" + name + "\" holds an expression");
        }
    }

    static boolean isExpression(String text) {
        return EXPRESSION.matcher(text).find();
    }

    boolean flag(String name) {
        return read(name, "true or false", value -> value.isBoolean() ? value.booleanValue() : null)
                .orElse(false);
    }

    Integer integer(String name, int least, int most) {
        return read(
                        name,
                        "a whole number from " + least + " to " + most,
                        value -> value.canConvertToInt()
                                        && value.isIntegralNumber()
                                        && value.intValue() >= least
                                        && value.intValue() <= most
                                ? value.intValue()
                                : null)
                .orElse(null);
    }

    BigDecimal number(String name) {
        return read(name, "a number", value -> value.isNumber() ? value.decimalValue() : null)
                .orElse(null);
    }

    Object value(String name) {
        return has(name) ? Json.value(node.get(name)) : null;
    }

    /** The object of that name; an empty one where it is absent. */
    Attributes object(String name) {
        JsonNode found = read(name, "an object", value -> value.isObject() ? value : null)
                .orElse(JsonNodeFactory.instance.objectNode());
        return new Attributes(element, found, problems);
    }

    private JsonNode array(String name) {
        return read(name, "a list", value -> value.isArray() ? value : null).orElse(null);
    }

    /** The objects of the list of that name. */
    List<Attributes> objects(String name) {
        List<Attributes> objects = new ArrayList<>();
        JsonNode array = array(name);
        if (array == null) {
            return objects;
        }
        for (JsonNode child : array) {
            if (!child.isObject()) {
                problems.add(element, "attribute", "\"" + name + "\" holds something that is not an object");
            } else {
                objects.add(new Attributes(child.path("id").asText(element), child, problems));
            }
        }
        return objects;
    }

    private <T> Optional<T> read(String name, String expected, Function<JsonNode, T> reader) {
        if (!has(name)) {
            return Optional.empty();
        }
        Optional<T> value = Optional.ofNullable(reader.apply(node.get(name)));
        if (value.isEmpty()) {
            problems.add(element, "attribute", "\"" + name + "\" is not " + expected);
        }
        return value;
    }
}
