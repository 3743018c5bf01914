package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** As much of OpenAPI as Meta's description of messages uses. */
final class OpenApi {

    /** What the Graph API lets one ask of every object and list, which its descriptions of single calls do not repeat. */
    private static final List<String> OF_ALL_LISTS = List.of("fields", "limit", "after");

    private final JsonNode document;

    OpenApi(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(10_000_000);
        try (Reader reader = Files.newBufferedReader(file)) {
            document = new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(options)).load(reader));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** @return what is wrong with the value, by that description */
    List<String> violations(String schema, JsonNode value) {
        List<String> found = new ArrayList<>();
        check(document.at("/components/schemas/" + schema), value, "$", found);
        return found;
    }

    /**
     * @param path as the description names it, with names in braces
     * @param address what was asked, from its path on
     * @return what is wrong with the call, by that description
     */
    List<String> violationsOfCall(String method, String path, URI address) {
        List<String> found = new ArrayList<>();
        JsonNode operation = operation(method, path);
        if (operation.isMissingNode()) {
            found.add(method + " is not described for " + path);
        }
        if (!address.getPath().matches(path.replaceAll("\\{[^}]+}", "[^/]+"))) {
            found.add(address.getPath() + " is not " + path);
        }
        List<String> known = new ArrayList<>(OF_ALL_LISTS);
        operation
                .path("parameters")
                .forEach(parameter -> known.add(parameter.path("name").asText()));
        for (String parameter :
                address.getQuery() == null ? new String[0] : address.getQuery().split("&")) {
            if (!known.contains(parameter.replaceFirst("=.*", ""))) {
                found.add("there is no parameter " + parameter);
            }
        }
        return found;
    }

    /** What is said of a call; missing where nothing is. */
    JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> found) {
        if (schema.has("$ref")) {
            check(document.at(schema.path("$ref").asText().substring(1)), value, at, found);
            return;
        }
        schema.path("allOf").forEach(part -> check(part, value, at, found));
        if (schema.has("oneOf") && !anyFits(schema.path("oneOf"), value)) {
            found.add(at + " fits no alternative");
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                found.add(at + " lacks " + name.asText());
            }
        });
        schema.path("properties").fields().forEachRemaining(property -> {
            if (value.has(property.getKey())) {
                check(property.getValue(), value.path(property.getKey()), at + "." + property.getKey(), found);
            }
        });
        checkValue(schema, value, at, found);
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(schema.path("items"), value.get(i), at + "[" + i + "]", found);
        }
    }

    private boolean anyFits(JsonNode alternatives, JsonNode value) {
        for (JsonNode alternative : alternatives) {
            List<String> found = new ArrayList<>();
            check(alternative, value, "", found);
            if (found.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void checkValue(JsonNode schema, JsonNode value, String at, List<String> found) {
        boolean typed =
                switch (schema.path("type").asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    default -> true;
                };
        boolean listed = !schema.has("enum");
        for (JsonNode each : schema.path("enum")) {
            listed |= each.equals(value);
        }
        if (!typed || !listed) {
            found.add(at + " is not what it should be: " + value);
        }
        if (value.isTextual()
                && value.asText().length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            found.add(at + " is too long");
        }
        if (value.isArray() && value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)
                || value.isArray() && value.size() < schema.path("minItems").asInt()) {
            found.add(at + " has " + value.size() + " items");
        }
    }
}
