package io.parcours.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The components that a form may use, each with what may be said of it. */
final class FormComponents {

    private static final int WIDEST = 16;
    private static final int LONGEST_ANSWER = 20_000;
    private static final int MOST_OPTIONS = 200;
    private static final JsonCheck TEXT = JsonCheck.text(FormTexts::plain);
    private static final JsonCheck ID = JsonCheck.text(Values::id);
    private static final JsonCheck LENGTH = JsonCheck.wholeNumber(0, LONGEST_ANSWER);
    private static final JsonCheck CONDITION = JsonCheck.text(FormTexts::condition);
    private static final JsonCheck FLAG = JsonCheck::bool;

    private final Map<String, Map<String, JsonCheck>> kinds = new HashMap<>();
    private final Expressions expressions;

    FormComponents(Expressions expressions) {
        this.expressions = expressions;
        holdingValues();
        holdingNothing();
    }

    private void holdingValues() {
        JsonCheck number = numberOrField();
        Map<String, JsonCheck> texts = texts();
        kinds.put("textfield", input(List.of(texts, adorned(), Map.of("defaultValue", TEXT))));
        kinds.put("textarea", input(List.of(texts, Map.of("defaultValue", TEXT))));
        kinds.put("number", input(List.of(validated(Map.of("min", number, "max", number)), adorned(), numbers())));
        kinds.put("checkbox", input(List.of(validated(Map.of()), Map.of("defaultValue", FLAG))));
        kinds.put("radio", input(List.of(validated(Map.of()), options(), Map.of("defaultValue", TEXT))));
        kinds.put(
                "select",
                input(List.of(validated(Map.of()), options(), Map.of("defaultValue", TEXT, "searchable", FLAG))));
        kinds.put(
                "checklist",
                input(List.of(
                        validated(Map.of()), options(), Map.of("defaultValue", JsonCheck.list(MOST_OPTIONS, TEXT)))));
        kinds.put("datetime", input(List.of(validated(Map.of()), moments())));
    }

    private void holdingNothing() {
        kinds.put("text", JsonCheck.join(List.of(common(), Map.of("text", TEXT))));
        kinds.put("spacer", JsonCheck.join(List.of(common(), Map.of("height", JsonCheck.wholeNumber(0, 1000)))));
        kinds.put("separator", common());
        kinds.put(
                "group",
                JsonCheck.join(List.of(
                        common(),
                        Map.of(
                                "label",
                                TEXT,
                                "showOutline",
                                FLAG,
                                "verticalAlignment",
                                JsonCheck.oneOf("start", "center", "end"),
                                "components",
                                value -> Problem.none()))));
    }

    /** What may be said of such a component; empty where a form may not use it. */
    Optional<Map<String, JsonCheck>> attributes(String kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    /** Whether the component holds a value, and so needs a key. */
    boolean isInput(String kind) {
        return kinds.getOrDefault(kind, Map.of()).containsKey("key");
    }

    private Map<String, JsonCheck> common() {
        JsonCheck columns = value -> value.isNull()
                ? Problem.none()
                : JsonCheck.wholeNumber(1, WIDEST).problem(value);
        return Map.of(
                "type",
                TEXT,
                "id",
                ID,
                "layout",
                JsonCheck.object(Map.of("row", ID, "columns", columns)),
                "conditional",
                JsonCheck.object(Map.of("hide", CONDITION)),
                "properties",
                FormComponents::properties);
    }

    private Map<String, JsonCheck> input(List<Map<String, JsonCheck>> own) {
        Map<String, JsonCheck> inputs = Map.of(
                "key",
                JsonCheck.text(this::key),
                "label",
                TEXT,
                "description",
                TEXT,
                "disabled",
                FLAG,
                "readonly",
                FLAG);
        return JsonCheck.join(List.of(common(), inputs, JsonCheck.join(own)));
    }

    private Optional<Problem> key(String key) {
        return Values.require(expressions::isVariableName, Rule.FORM_KEY, "a variable's name")
                .problem(key);
    }

    private static Map<String, JsonCheck> validated(Map<String, JsonCheck> own) {
        return Map.of("validate", JsonCheck.object(JsonCheck.join(List.of(Map.of("required", FLAG), own))));
    }

    private static Map<String, JsonCheck> texts() {
        return validated(Map.of(
                "minLength",
                LENGTH,
                "maxLength",
                LENGTH,
                "pattern",
                JsonCheck.text(FormTexts::pattern),
                "validationType",
                JsonCheck.oneOf("custom", "email", "phone")));
    }

    private static Map<String, JsonCheck> adorned() {
        return Map.of("appearance", JsonCheck.object(Map.of("prefixAdorner", TEXT, "suffixAdorner", TEXT)));
    }

    private static Map<String, JsonCheck> numbers() {
        return Map.of(
                "defaultValue",
                JsonCheck::number,
                "decimalDigits",
                JsonCheck.wholeNumber(0, 10),
                "increment",
                JsonCheck.either(JsonCheck::number, JsonCheck.text(FormComponents::decimal)),
                "serializeToString",
                FLAG);
    }

    private Map<String, JsonCheck> options() {
        JsonCheck option = JsonCheck.object(Map.of("label", TEXT, "value", TEXT));
        return Map.of("values", JsonCheck.list(MOST_OPTIONS, option), "valuesKey", JsonCheck.text(this::key));
    }

    private static Map<String, JsonCheck> moments() {
        return Map.of(
                "subtype", JsonCheck.oneOf("date", "time", "datetime"),
                "dateLabel", TEXT,
                "timeLabel", TEXT,
                "use24h", FLAG,
                "disallowPassedDates", FLAG,
                "timeInterval", JsonCheck.wholeNumber(1, 60),
                "timeSerializingFormat", JsonCheck.oneOf("utc_offset", "utc_normalized", "no_timezone"));
    }

    /** A number, or {@code =field} for the number that another field holds. */
    private JsonCheck numberOrField() {
        return JsonCheck.either(
                JsonCheck::number,
                JsonCheck.text(Values.require(
                        value -> value.startsWith("=") && expressions.isVariableName(value.substring(1)),
                        Rule.FORM_CONDITION,
                        "a number or =field")));
    }

    private static Optional<Problem> decimal(String value) {
        return Values.coordinate(value);
    }

    /** Notes for our own use; {@code requiredWhen} is a condition that the server checks. */
    private static Optional<Problem> properties(JsonNode value) {
        Map<String, JsonCheck> allowed = new HashMap<>();
        value.fieldNames().forEachRemaining(name -> {
            if (Names.isVariable(name)) {
                allowed.put(name, TEXT);
            }
        });
        allowed.put("requiredWhen", CONDITION);
        return JsonCheck.object(allowed).problem(value);
    }
}
