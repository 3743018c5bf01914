package io.parcours.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model tells an operation: names with commas between them, each a variable of that name, or followed by {@code =} and
 * another variable, a number, or a text in single quotes.
 */
public final class Arguments {

    private static final int LONGEST = 1000;
    private static final Pattern ONE = Pattern.compile(
            "\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(?:=\\s*(?:([A-Za-z][A-Za-z0-9_]*)|'([^'$#{}]*)'|(-?\\d{1,15}(?:\\.\\d{1,10})?))\\s*)?(?:,|$)");

    private final Map<String, Source> sources;

    private Arguments(Map<String, Source> sources) {
        this.sources = sources;
    }

    /** Where a value comes from. @param variable null for a literal @param literal null for a variable */
    public record Source(String variable, String literal) {}

    /** @throws IllegalArgumentException where the text is none of these; the validator has refused such a model before */
    public static Arguments parse(String text) {
        return read(text, name -> true);
    }

    /** In the order of the text, by the parameter's name. */
    public Map<String, Source> sources() {
        return sources;
    }

    static Optional<String> problem(String text, Expressions expressions) {
        try {
            read(text, expressions::isVariableName);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    private static Arguments read(String text, Predicate<String> isVariable) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("arguments longer than " + LONGEST + " characters");
        }
        Map<String, Source> sources = new LinkedHashMap<>();
        Matcher one = ONE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!one.find(at) || one.start() != at) {
                throw new IllegalArgumentException(Findings.quoted(text.substring(at))
                        + " is not arguments such as msisdn, zone=cityCode, unit='F'");
            }
            Source source = source(one);
            if (source.variable() != null && !isVariable.test(source.variable())) {
                throw new IllegalArgumentException(Findings.quoted(source.variable()) + " is not a variable's name");
            }
            if (sources.put(one.group(1), source) != null) {
                throw new IllegalArgumentException("argument " + Findings.quoted(one.group(1)) + " is given twice");
            }
            at = one.end();
        }
        return new Arguments(sources);
    }

    private static Source source(Matcher one) {
        if (one.group(3) != null || one.group(4) != null) {
            return new Source(null, one.group(3) != null ? one.group(3) : one.group(4));
        }
        return new Source(one.group(2) != null ? one.group(2) : one.group(1), null);
    }
}
