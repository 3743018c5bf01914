package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The Bot API's types and methods, as a description of it has them. */
final class BotApiTypes {

    private static final String ARRAY = "Array of ";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode description;

    BotApiTypes(Path file) {
        try {
            description = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an update can tell: the fields of one, but for its number. */
    List<String> kindsOfUpdates() {
        return names(fields("Update")).stream()
                .filter(name -> !name.equals(UpdateReader.ID))
                .toList();
    }

    /** What a message can hold. */
    List<String> fieldsOfMessages() {
        return names(fields("Message"));
    }

    /** An update that tells this and no more than it must. */
    ObjectNode minimalUpdate(String kind) {
        ObjectNode update = JSON.objectNode().put(UpdateReader.ID, 1);
        update.set(kind, minimal(type(fields("Update"), kind), 0));
        return update;
    }

    /** What a field of a message holds at least. */
    JsonNode minimalOfMessage(String field) {
        return minimal(type(fields("Message"), field), 0);
    }

    /** @return what is wrong with a call of the method, by the description */
    List<String> violationsOfCall(String method, JsonNode parameters) {
        List<String> found = new ArrayList<>();
        checkObject(description.path("methods").path(method).path("fields"), parameters, method, found);
        return found;
    }

    /** @return what is wrong with a value of the type */
    List<String> violations(String type, JsonNode value) {
        List<String> found = new ArrayList<>();
        check(type, value, type, found);
        return found;
    }

    private JsonNode minimal(String type, int depth) {
        if (type.startsWith(ARRAY)) {
            return depth > 4
                    ? JSON.arrayNode()
                    : JSON.arrayNode().add(minimal(type.substring(ARRAY.length()), depth + 1));
        }
        return switch (type) {
            case "Integer" -> JSON.numberNode(5);
            case "Float" -> JSON.numberNode(1.5);
            case "String" -> JSON.textNode("x");
            case "Boolean" -> JSON.booleanNode(true);
            default -> minimalObject(type, depth);
        };
    }

    private JsonNode minimalObject(String name, int depth) {
        JsonNode type = description.path("types").path(name);
        if (type.has("subtypes")) {
            return minimal(type.path("subtypes").path(0).asText(), depth + 1);
        }
        ObjectNode object = JSON.objectNode();
        for (JsonNode field : type.path("fields")) {
            if (field.path("required").asBoolean() && depth < 8) {
                object.set(
                        field.path("name").asText(),
                        minimal(field.path("types").path(0).asText(), depth + 1));
            }
        }
        return object;
    }

    private void check(String type, JsonNode value, String at, List<String> found) {
        if (type.startsWith(ARRAY)) {
            if (!value.isArray()) {
                found.add(at + " is no list");
            }
            for (JsonNode element : value) {
                check(type.substring(ARRAY.length()), element, at + "[]", found);
            }
            return;
        }
        JsonNode known = description.path("types").path(type);
        boolean fits =
                switch (type) {
                    case "Integer" -> value.isIntegralNumber();
                    case "Float" -> value.isNumber();
                    case "String" -> value.isTextual();
                    case "Boolean" -> value.isBoolean();
                    default -> value.isObject() || known.has("subtypes");
                };
        if (!fits) {
            found.add(at + " is no " + type + ": " + value);
        } else if (known.has("subtypes")) {
            anyOf(names(known.path("subtypes")), value, at, found);
        } else if (value.isObject()) {
            checkObject(known.path("fields"), value, at, found);
        }
    }

    private void checkObject(JsonNode fields, JsonNode value, String at, List<String> found) {
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            if (value.has(name)) {
                anyOf(names(field.path("types")), value.path(name), at + "." + name, found);
            } else if (field.path("required").asBoolean()) {
                found.add(at + " lacks " + name);
            }
        }
        List<String> known = names(fields);
        value.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                found.add(at + " has no field " + name);
            }
        });
    }

    private void anyOf(List<String> types, JsonNode value, String at, List<String> found) {
        List<String> first = null;
        for (String type : types) {
            List<String> wrong = new ArrayList<>();
            check(type, value, at, wrong);
            if (wrong.isEmpty()) {
                return;
            }
            first = first == null ? wrong : first;
        }
        found.addAll(first == null ? List.of(at + " has no type") : first);
    }

    private JsonNode fields(String type) {
        return description.path("types").path(type).path("fields");
    }

    private static String type(JsonNode fields, String name) {
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(field -> field.path("name").asText().equals(name))
                .map(field -> field.path("types").path(0).asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each ->
                        each.isTextual() ? each.asText() : each.path("name").asText())
                .toList();
    }
}
