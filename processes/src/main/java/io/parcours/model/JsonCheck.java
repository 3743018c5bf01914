package io.parcours.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a value in a form may be; the checks of objects name the attribute that is wrong. */
@FunctionalInterface
interface JsonCheck {

    Optional<Problem> problem(JsonNode value);

    static JsonCheck text(ValueCheck check) {
        return value -> value.isTextual()
                ? check.problem(value.textValue())
                : Problem.of(Rule.VALUE, shown(value) + " is no text");
    }

    static Optional<Problem> bool(JsonNode value) {
        return value.isBoolean() ? Problem.none() : Problem.of(Rule.VALUE, shown(value) + " is not true or false");
    }

    static Optional<Problem> number(JsonNode value) {
        return value.isNumber() ? Problem.none() : Problem.of(Rule.VALUE, shown(value) + " is no number");
    }

    static JsonCheck wholeNumber(int lowest, int highest) {
        return value -> value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= lowest
                        && value.intValue() <= highest
                ? Problem.none()
                : Problem.of(Rule.VALUE, shown(value) + " is no number from " + lowest + " to " + highest);
    }

    static JsonCheck oneOf(String... allowed) {
        return text(Values.oneOf(allowed));
    }

    static JsonCheck either(JsonCheck first, JsonCheck second) {
        return value -> first.problem(value).isEmpty() ? Problem.none() : second.problem(value);
    }

    /** An object with these attributes at most. */
    static JsonCheck object(Map<String, JsonCheck> allowed) {
        return value -> {
            if (!value.isObject()) {
                return Problem.of(Rule.VALUE, shown(value) + " is no object");
            }
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                Optional<Problem> problem = attribute(allowed, each.getKey(), each.getValue());
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Problem.none();
        };
    }

    /** A list of at most so many. */
    static JsonCheck list(int most, JsonCheck item) {
        return value -> {
            if (!value.isArray() || value.size() > most) {
                return Problem.of(Rule.VALUE, "no list of at most " + most);
            }
            return value.valueStream()
                    .map(item::problem)
                    .flatMap(Optional::stream)
                    .findFirst();
        };
    }

    static Optional<Problem> attribute(Map<String, JsonCheck> allowed, String name, JsonNode value) {
        JsonCheck check = allowed.get(name);
        return check == null
                ? Problem.of(Rule.FORM_ATTRIBUTE, Findings.quoted(name) + " is not permitted")
                : check.problem(value).map(problem -> new Problem(problem.rule(), name + ": " + problem.text()));
    }

    /** The attributes that several kinds of component share, and some of its own. */
    static Map<String, JsonCheck> join(List<Map<String, JsonCheck>> parts) {
        Map<String, JsonCheck> all = new LinkedHashMap<>();
        parts.forEach(all::putAll);
        return Map.copyOf(all);
    }

    static Optional<Problem> missing(JsonNode object, Set<String> names) {
        return names.stream()
                .filter(name -> !object.has(name))
                .findFirst()
                .map(name -> new Problem(Rule.MISSING_ATTRIBUTE, Findings.quoted(name) + " is missing"));
    }

    private static String shown(JsonNode value) {
        return Findings.quoted(value.toString());
    }
}
