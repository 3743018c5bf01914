package io.parcours.connector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.WhatsAppContent.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The templates that Meta approved, and what becomes of a message made from one. */
final class TemplateBook {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private static final String APPROVED = "APPROVED";

    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /**
     * @param body empty where only the number of its parameters is known
     * @param buttons the titles of its quick replies
     */
    private record Template(
            String body, int parameters, List<String> buttons, String status, String reason, String header) {

        static Template approved(String body, int parameters, List<String> buttons) {
            return new Template(body, parameters, buttons, APPROVED, null, null);
        }
    }

    /** A template as Meta lists it. @param header the kind of its header; null where it has none */
    record Entry(
            String name,
            String language,
            String body,
            List<String> buttons,
            String status,
            String reason,
            String header) {}

    void approve(String name, String language, int parameters) {
        templates.put(key(name, language), Template.approved("", parameters, List.of()));
    }

    void approve(String name, String language, String body, List<String> buttons) {
        int parameters = placeholders(body).size();
        templates.put(key(name, language), Template.approved(body, parameters, List.copyOf(buttons)));
    }

    void pause(String name, String language, boolean paused) {
        state(name, language, paused ? "PAUSED" : APPROVED, null);
    }

    /** @param status as Meta calls it */
    void state(String name, String language, String status, String reason) {
        templates.computeIfPresent(
                key(name, language),
                (same, known) ->
                        new Template(known.body, known.parameters, known.buttons, status, reason, known.header));
    }

    void header(String name, String language, String format) {
        templates.computeIfPresent(
                key(name, language),
                (same, known) ->
                        new Template(known.body, known.parameters, known.buttons, known.status, known.reason, format));
    }

    /** In the order of their names. */
    List<Entry> list() {
        List<Entry> list = new ArrayList<>();
        new TreeMap<>(templates).forEach((key, known) -> {
            int end = key.lastIndexOf('/');
            list.add(new Entry(
                    key.substring(0, end),
                    key.substring(end + 1),
                    known.body.isEmpty() ? numbered(known.parameters) : known.body,
                    known.buttons,
                    known.status,
                    known.reason,
                    known.header));
        });
        return list;
    }

    private static String numbered(int parameters) {
        return IntStream.rangeClosed(1, parameters)
                .mapToObj(number -> "{{" + number + "}}")
                .collect(Collectors.joining(" "));
    }

    /** What the handset shows of a message made from a template. */
    WhatsAppContent filled(JsonNode message) {
        String name = message.path("name").asText();
        String language = message.path("language").path("code").asText();
        Template template = templates.get(key(name, language));
        if (template == null || !Set.of(APPROVED, "PAUSED").contains(template.status)) {
            throw refused(404, 132001, "template name (%s) does not exist in %s".formatted(name, language));
        }
        if (template.status.equals("PAUSED")) {
            throw refused(400, 132015, "template (%s) is paused due to low quality".formatted(name));
        }
        List<JsonNode> given = parameters(message);
        if (given.size() != template.parameters) {
            throw refused(
                    400,
                    132000,
                    "body: number of localizable_params (%d) does not match the expected number of params (%d)"
                            .formatted(given.size(), template.parameters));
        }
        return WhatsAppContent.template(text(name, template, given), buttons(message, template));
    }

    private static String text(String name, Template template, List<JsonNode> given) {
        if (template.body.isEmpty()) {
            String values = given.stream().map(TemplateBook::shown).collect(Collectors.joining(", "));
            return values.isEmpty() ? name : name + ": " + values;
        }
        List<String> order = placeholders(template.body);
        return PLACEHOLDER
                .matcher(template.body)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), order, given)));
    }

    private static List<String> placeholders(String body) {
        return PLACEHOLDER
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String value(String placeholder, List<String> order, List<JsonNode> given) {
        boolean numbered = placeholder.chars().allMatch(Character::isDigit);
        int position = numbered ? Integer.parseInt(placeholder) - 1 : order.indexOf(placeholder);
        return given.stream()
                .filter(parameter -> parameter.path("parameter_name").asText().equals(placeholder))
                .findFirst()
                .or(() -> given.stream().skip(Math.max(0, position)).findFirst())
                .map(TemplateBook::shown)
                .orElse("");
    }

    private static String shown(JsonNode parameter) {
        String type = parameter.path("type").asText("text");
        return type.equals("text")
                ? parameter.path("text").asText()
                : parameter.path(type).path("fallback_value").asText();
    }

    private static List<JsonNode> parameters(JsonNode message) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode component : message.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase("body")) {
                component.path("parameters").forEach(parameters::add);
            }
        }
        return parameters;
    }

    /** A quick reply comes back with the payload that the message gave it, or else with its title. */
    private static List<Choice> buttons(JsonNode message, Template template) {
        List<Choice> buttons = new ArrayList<>();
        for (int i = 0; i < template.buttons.size(); i++) {
            String title = template.buttons.get(i);
            buttons.add(new Choice(payload(message, i, title), title, ""));
        }
        return buttons;
    }

    private static String payload(JsonNode message, int index, String title) {
        for (JsonNode component : message.path("components")) {
            if (component.path("sub_type").asText().equalsIgnoreCase("quick_reply")
                    && component.path("index").asInt(-1) == index) {
                return component.path("parameters").path(0).path("payload").asText(title);
            }
        }
        return title;
    }

    private static GraphError.Refused refused(int httpStatus, int code, String details) {
        return new GraphError.Refused(GraphError.of(httpStatus, code, details));
    }

    private static String key(String name, String language) {
        return name + "/" + language;
    }
}
