package io.parcours.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a form's fields. Nothing is skipped: what is not known here could not be checked later, so it is refused. */
final class SchemaReader {

    private static final int MAX_SCHEMA = 200_000;
    private static final int MAX_COMPONENTS = 200;
    private static final int NEWEST_SCHEMA = 19;
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,80}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,60}");
    private static final Set<String> FORM = Set.of(
            "id",
            "type",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "versionTag",
            "components");
    /** Words with a meaning of their own in the browser's expressions. */
    private static final Set<String> RESERVED = Set.of(
            "and",
            "or",
            "not",
            "true",
            "false",
            "null",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "instance",
            "of",
            "function",
            "item",
            "this",
            "parent",
            "i");

    private final Problems problems = new Problems();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> keyless = new HashSet<>();
    private int components;

    /** @throws FormRefused where the form holds anything whose submissions could not be checked */
    FormSchema read(String json) {
        Attributes form = new Attributes("form", tree(json), problems);
        form.allow(FORM);
        String id = form.text("id");
        if (id == null || !ID.matcher(id).matches()) {
            problems.add("form", "id", "the form has no usable id");
        }
        if (!"default".equals(form.text("type"))) {
            problems.add("form", "type", "only forms of type \"default\" are known");
        }
        if (form.integer("schemaVersion", 1, NEWEST_SCHEMA) == null) {
            problems.add("form", "schema", "the form does not say its schema version");
        }
        readAll(form.objects("components"), Condition.NEVER);
        new SchemaConsistency(fields, keyless, problems).check();
        problems.throwIfAny();
        return new FormSchema(id, fields);
    }

    private JsonNode tree(String json) {
        try {
            JsonNode tree = Json.tree(json, MAX_SCHEMA);
            if (tree.isObject()) {
                return tree;
            }
            problems.add("form", "json", "the form is not a JSON object");
        } catch (IllegalArgumentException e) {
            problems.add("form", "json", e.getMessage());
        }
        problems.throwIfAny();
        throw new IllegalStateException();
    }

    private void readAll(List<Attributes> list, Condition hiddenAround) {
        for (Attributes component : list) {
            if (++components > MAX_COMPONENTS) {
                problems.add("form", "limit", "a form has at most " + MAX_COMPONENTS + " components");
                return;
            }
            ComponentType.named(String.valueOf(component.text("type")))
                    .ifPresentOrElse(
                            type -> read(component, type, hiddenAround),
                            () -> problems.add(
                                    component.element(),
                                    "component",
                                    "components of type \"" + component.text("type") + "\" are not in use"));
        }
    }

    private void read(Attributes component, ComponentType type, Condition hiddenAround) {
        component.allow(type.attributes());
        component.object("layout").allow(Set.of("row", "columns"));
        FormLocalizer.TEXTS.forEach(component::label);
        String id = component.text("id");
        if (id == null || !ID.matcher(id).matches() || !ids.add(id)) {
            problems.add(component.element(), "id", "the component has no id of its own");
        }
        Condition hide = anyOf(hiddenAround, condition(component.object("conditional"), "hide"));
        if (!type.keyed()) {
            keyless.add(id);
        }
        if (type == ComponentType.GROUP) {
            readAll(component.objects("components"), hide);
        } else if (type.keyed()) {
            field(component, type, hide);
        }
    }

    private void field(Attributes component, ComponentType type, Condition hide) {
        Attributes rules = component.object("validate");
        rules.allow(type.rules());
        rules.label("patternErrorMessage");
        boolean readOnly = component.flag("readonly") | component.flag("disabled");
        Condition required =
                rules.flag("required") ? Condition.ALWAYS : condition(component.object("properties"), "requiredWhen");
        Field field = new Field(key(component), required, readOnly, hide, new InputReader(component, rules).read(type));
        if (component.has("defaultValue")) {
            defaultValue(component, field);
        }
        fields.put(field.key(), field);
    }

    private String key(Attributes component) {
        String key = component.text("key");
        if (key == null || !KEY.matcher(key).matches() || RESERVED.contains(key)) {
            problems.add(component.element(), "key", "the field has no usable key");
            return "";
        }
        if (fields.containsKey(key)) {
            problems.add(component.element(), "key", "the key \"" + key + "\" is there twice");
        }
        return key;
    }

    private void defaultValue(Attributes component, Field field) {
        try {
            if (field.readOnly()) {
                throw Refusal.of(FieldError.READ_ONLY);
            }
            field.input().read(component.value("defaultValue"), Map.of());
        } catch (Refusal | IllegalStateException e) {
            problems.add(component.element(), "default", "the default value cannot be submitted");
        }
    }

    private Condition condition(Attributes holder, String name) {
        holder.allow(Set.of(name));
        String expression = holder.text(name);
        if (expression == null || expression.isEmpty()) {
            return Condition.NEVER;
        }
        try {
            return ConditionParser.parse(expression);
        } catch (IllegalArgumentException e) {
            holder.problems().add(holder.element(), "condition", e.getMessage());
            return Condition.NEVER;
        }
    }

    private static Condition anyOf(Condition first, Condition second) {
        return first == Condition.NEVER ? second : new Condition.AnyOf(List.of(first, second));
    }
}
