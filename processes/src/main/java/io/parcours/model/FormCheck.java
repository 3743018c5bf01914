package io.parcours.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one form: Camunda Form JSON with plain input components, and nothing that a browser would evaluate. */
final class FormCheck {

    private static final int NEWEST_SCHEMA = 30;
    private static final int MOST_COMPONENTS = 200;
    private static final JsonCheck TEXT = JsonCheck.text(FormTexts::plain);
    private static final Map<String, JsonCheck> FORM = Map.of(
            "type", JsonCheck.oneOf("default"),
            "id", JsonCheck.text(Values::kebab),
            "schemaVersion", JsonCheck.wholeNumber(1, NEWEST_SCHEMA),
            "executionPlatform", JsonCheck.oneOf("Camunda Platform"),
            "executionPlatformVersion", TEXT,
            "exporter", JsonCheck.object(Map.of("name", TEXT, "version", TEXT)),
            "components", value -> Problem.none());

    private final FormComponents allowed;
    private final ObjectMapper json;

    FormCheck(Expressions expressions, int depth) {
        this.allowed = new FormComponents(expressions);
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxNumberLength(50)
                .maxStringLength(20_000)
                .build();
        // Two readers of a doubled key would not see the same form.
        this.json = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    void check(byte[] content, String name, Findings findings) {
        Optional<JsonNode> form = Utf8.read(content, findings).flatMap(text -> parse(text, findings));
        form.ifPresent(root -> {
            String id = root.path("id").asText(name);
            attributes(root, id, FORM, findings);
            missing(root, id, Set.of("type", "id", "schemaVersion", "components"), findings);
            if (root.has("id") && !name.equals(root.path("id").textValue())) {
                findings.add(id, Rule.FILE_NAME, "the form is not called " + Findings.quoted(name) + " as its file");
            }
            components(root, id, new Seen(), findings);
        });
    }

    private Optional<JsonNode> parse(String text, Findings findings) {
        try {
            JsonNode root = json.readTree(text);
            if (root.isObject()) {
                return Optional.of(root);
            }
            findings.addFile(Rule.MALFORMED, "the file is no JSON object");
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            // Jackson has one exception for all its limits.
            boolean deep = malformed.getOriginalMessage().contains("nesting depth");
            findings.addFile(
                    deep ? Rule.TOO_DEEP : Rule.MALFORMED,
                    Findings.shown(malformed.getOriginalMessage()) + " (line " + line + ")");
        }
        return Optional.empty();
    }

    private void components(JsonNode parent, String owner, Seen seen, Findings findings) {
        JsonNode list = parent.path("components");
        if (!list.isArray() && !list.isMissingNode()) {
            findings.add(owner, Rule.VALUE, "components is no list");
            return;
        }
        for (JsonNode component : list) {
            if (++seen.components > MOST_COMPONENTS) {
                findings.add(owner, Rule.TOO_MANY_ELEMENTS, "more than " + MOST_COMPONENTS + " components");
                return;
            }
            component(component, owner, seen, findings);
        }
    }

    private void component(JsonNode component, String owner, Seen seen, Findings findings) {
        String kind = component.path("type").asText("");
        String label = component.path("key").asText(component.path("id").asText(owner));
        Optional<Map<String, JsonCheck>> attributes = allowed.attributes(kind);
        if (attributes.isEmpty()) {
            findings.add(label, Rule.FORM_COMPONENT, "the component " + Findings.quoted(kind) + " is not permitted");
            return;
        }
        attributes(component, label, attributes.get(), findings);
        if (allowed.isInput(kind)) {
            missing(component, label, Set.of("key"), findings);
        }
        unique(component, "key", label, seen.keys, findings);
        unique(component, "id", label, seen.ids, findings);
        components(component, label, seen, findings);
    }

    private static void attributes(JsonNode node, String label, Map<String, JsonCheck> allowed, Findings findings) {
        node.properties().forEach(each -> JsonCheck.attribute(allowed, each.getKey(), each.getValue())
                .ifPresent(problem -> findings.add(label, problem.rule(), problem.text())));
    }

    private static void missing(JsonNode node, String label, Set<String> names, Findings findings) {
        JsonCheck.missing(node, names).ifPresent(problem -> findings.add(label, problem.rule(), problem.text()));
    }

    private static void unique(JsonNode component, String name, String label, Set<String> seen, Findings findings) {
        if (component.has(name) && !seen.add(component.path(name).asText())) {
            findings.add(label, Rule.FORM_KEY, "the " + name + " " + Findings.quoted(label) + " is given twice");
        }
    }

    private static final class Seen {

        private final Set<String> keys = new HashSet<>();
        private final Set<String> ids = new HashSet<>();
        private int components;
    }
}
