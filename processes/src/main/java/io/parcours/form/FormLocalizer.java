package io.parcours.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Puts another language over the texts of a form. An overlay's keys are {@code <field>.label}, {@code .description} and
 * the like, {@code <field>.<value>} for an option; a component without a key goes by its id.
 */
public final class FormLocalizer {

    /** The attributes of a component that people read. */
    static final Set<String> TEXTS =
            Set.of("label", "description", "text", "dateLabel", "timeLabel", "patternErrorMessage");

    private static final int MAX_SCHEMA = 200_000;

    private FormLocalizer() {}

    /** The form with the overlay's texts; where the overlay has none, the form's own stays. */
    public static String localize(String schemaJson, Map<String, String> overlay) {
        JsonNode form = Json.tree(schemaJson, MAX_SCHEMA);
        for (Text text : textsOf(form)) {
            String translated = overlay.get(text.key());
            if (translated != null) {
                if (Attributes.isExpression(translated)) {
                    throw new IllegalArgumentException("The text of " + text.key() + " is an expression");
                }
                text.holder().put(text.attribute(), translated);
            }
        }
        return Json.text(form);
    }

    /** {@link #localize(String, Map)} with an overlay as it is read from its file. */
    public static String localize(String schemaJson, Properties overlay) {
        Map<String, String> texts = new LinkedHashMap<>();
        overlay.stringPropertyNames().forEach(key -> texts.put(key, overlay.getProperty(key)));
        return localize(schemaJson, texts);
    }

    /** The form's own texts by their overlay keys. */
    public static Map<String, String> texts(String schemaJson) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Text text : textsOf(Json.tree(schemaJson, MAX_SCHEMA))) {
            texts.put(text.key(), text.holder().get(text.attribute()).textValue());
        }
        return texts;
    }

    private static List<Text> textsOf(JsonNode container) {
        List<Text> texts = new ArrayList<>();
        for (JsonNode child : container.path("components")) {
            if (child instanceof ObjectNode component) {
                String name = component.path("key").asText(component.path("id").asText());
                collect(name, component, texts);
                if (component.get("validate") instanceof ObjectNode rules) {
                    collect(name, rules, texts);
                }
                for (JsonNode option : component.path("values")) {
                    if (option instanceof ObjectNode labelled
                            && labelled.path("label").isTextual()) {
                        texts.add(new Text(name + "." + option.path("value").asText(), labelled, "label"));
                    }
                }
                texts.addAll(textsOf(component));
            }
        }
        return texts;
    }

    private static void collect(String name, ObjectNode holder, List<Text> texts) {
        holder.fieldNames().forEachRemaining(attribute -> {
            if (TEXTS.contains(attribute) && holder.get(attribute).isTextual()) {
                texts.add(new Text(name + "." + attribute, holder, attribute));
            }
        });
    }

    private record Text(String key, ObjectNode holder, String attribute) {}
}
