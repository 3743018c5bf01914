package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** As much of Swagger 1.1 as the exchange's own description of its commands and events uses. */
final class AriDescription {

    private static final String LIST = "List[";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, JsonNode> models = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    private record Operation(String path, JsonNode told) {

        boolean fits(String method, String asked) {
            String pattern = "/ari" + path.replaceAll("\\{[^}]+}", "[^/]+");
            return told.path("httpMethod").asText().equals(method) && asked.matches(pattern);
        }

        Optional<JsonNode> parameter(String name) {
            return StreamSupport.stream(told.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("name").asText().equals(name))
                    .findFirst();
        }
    }

    AriDescription(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                read(new ObjectMapper().readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(JsonNode document) {
        for (JsonNode api : document.path("apis")) {
            api.path("operations")
                    .forEach(told ->
                            operations.add(new Operation(api.path("path").asText(), told)));
        }
        document.path("models").fields().forEachRemaining(model -> {
            models.put(model.getKey(), model.getValue());
            model.getValue().path("subTypes").forEach(kind -> parents.put(kind.asText(), model.getKey()));
        });
    }

    /** What the description calls the command; empty where it knows none such. */
    String name(AriWiretap.Command command) {
        return operation(command)
                .map(known -> known.told().path("nickname").asText())
                .orElse("");
    }

    /** @return what is wrong with the command, by the description */
    List<String> violations(AriWiretap.Command command) {
        Optional<Operation> known = operation(command);
        if (known.isEmpty()) {
            return List.of("there is no " + command.method() + " " + command.path());
        }
        List<String> found = new ArrayList<>();
        Map<String, JsonNode> given = given(command);
        given.forEach((name, value) -> known.get()
                .parameter(name)
                .ifPresentOrElse(
                        parameter -> argument(parameter, value, command.body().has(name), found),
                        () -> found.add("has no parameter " + name)));
        for (JsonNode parameter : known.get().told().path("parameters")) {
            String name = parameter.path("name").asText();
            boolean inPath = parameter.path("paramType").asText().equals("path");
            if (parameter.path("required").asBoolean() && !inPath && !given.containsKey(name)) {
                found.add("lacks " + name);
            }
        }
        return found;
    }

    /** @return what is wrong with what was answered to the command, by the description */
    List<String> violationsOfAnswer(AriWiretap.Command command) {
        List<String> found = new ArrayList<>();
        JsonNode told = operation(command).map(Operation::told).orElse(MissingNode.getInstance());
        String kind = told.path("responseClass").asText();
        if (command.status() / 100 == 4) {
            boolean listed = StreamSupport.stream(told.path("errorResponses").spliterator(), false)
                    .anyMatch(error -> error.path("code").asInt() == command.status());
            if (!listed) {
                found.add("answers no " + command.status());
            }
        } else if (command.status() / 100 == 2 && kind.equals("void")) {
            if (!command.answer().isMissingNode()) {
                found.add("answers nothing");
            }
        } else if (command.status() / 100 == 2) {
            value(kind, command.answer(), kind, found);
        }
        return found;
    }

    /** @return what is wrong with the event, by the description */
    List<String> violationsOfEvent(JsonNode event) {
        String type = event.path("type").asText();
        if (!"Event".equals(parents.get(type))) {
            return List.of("there is no event " + type);
        }
        List<String> found = new ArrayList<>();
        value(type, event, type, found);
        return found;
    }

    private Optional<Operation> operation(AriWiretap.Command command) {
        return operations.stream()
                .filter(each -> each.fits(command.method(), command.path()))
                .min(Comparator.comparing(
                        each -> each.path().chars().filter(c -> c == '{').count()));
    }

    /** The exchange takes its parameters from the address as well as from the body. */
    private static Map<String, JsonNode> given(AriWiretap.Command command) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (String pair :
                command.query() == null ? new String[0] : command.query().split("&")) {
            String[] parts = pair.split("=", 2);
            given.put(parts[0], TextNode.valueOf(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        command.body().fields().forEachRemaining(field -> given.put(field.getKey(), field.getValue()));
        return given;
    }

    private static void argument(JsonNode parameter, JsonNode value, boolean inBody, List<String> found) {
        boolean typed =
                switch (parameter.path("dataType").asText()) {
                    case "int", "long" ->
                        inBody ? value.isIntegralNumber() : value.asText().matches("-?\\d+");
                    case "boolean" ->
                        inBody ? value.isBoolean() : value.asText().matches("true|false");
                    case "containers", "object" -> value.isObject();
                    default -> value.isTextual();
                };
        if (!typed || !allowed(parameter, value)) {
            found.add(parameter.path("name").asText() + " is not what it should be: " + value);
        }
    }

    private static boolean allowed(JsonNode described, JsonNode value) {
        JsonNode allowable = described.path("allowableValues");
        return switch (allowable.path("valueType").asText()) {
            case "LIST" ->
                StreamSupport.stream(allowable.path("values").spliterator(), false)
                        .anyMatch(each -> each.asText().equals(value.asText()));
            case "RANGE" ->
                value.asLong() >= allowable.path("min").asLong(Long.MIN_VALUE)
                        && value.asLong() <= allowable.path("max").asLong(Long.MAX_VALUE);
            default -> true;
        };
    }

    private void value(String type, JsonNode value, String at, List<String> found) {
        if (type.startsWith(LIST)) {
            if (!value.isArray()) {
                found.add(at + " is no list");
            }
            value.forEach(each -> value(type.substring(LIST.length(), type.length() - 1), each, at + "[]", found));
            return;
        }
        boolean typed =
                switch (type) {
                    case "string" -> value.isTextual();
                    case "int", "long" -> value.isIntegralNumber();
                    case "double" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "Date" -> isDate(value);
                    default -> value.isObject();
                };
        if (!typed) {
            found.add(at + " is no " + type + ": " + value);
        } else if (models.containsKey(type)) {
            fields(properties(type), value, at, found);
        }
    }

    private void fields(Map<String, JsonNode> known, JsonNode value, String at, List<String> found) {
        known.forEach((name, property) -> {
            if (value.has(name)) {
                value(property.path("type").asText(), value.path(name), at + "." + name, found);
                if (!allowed(property, value.path(name))) {
                    found.add(at + "." + name + " is not what it should be: " + value.path(name));
                }
            } else if (property.path("required").asBoolean()) {
                found.add(at + " lacks " + name);
            }
        });
        value.fieldNames().forEachRemaining(name -> {
            if (!known.containsKey(name)) {
                found.add(at + " has no field " + name);
            }
        });
    }

    /** With those of what it is a kind of. */
    private Map<String, JsonNode> properties(String type) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (String each = type; each != null; each = parents.get(each)) {
            models.get(each)
                    .path("properties")
                    .fields()
                    .forEachRemaining(field -> all.put(field.getKey(), field.getValue()));
        }
        return all;
    }

    private static boolean isDate(JsonNode value) {
        try {
            return value.isTextual() && OffsetDateTime.parse(value.asText(), DATE) != null;
        } catch (DateTimeParseException other) {
            return false;
        }
    }
}
