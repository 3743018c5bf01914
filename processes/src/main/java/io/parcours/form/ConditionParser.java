package io.parcours.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of FEEL that conditions may use: {@code =a = "X"}, {@code !=}, {@code and}, {@code or}, parentheses; the
 * literals are strings, numbers, true, false and null. Within it, browser and server agree.
 */
final class ConditionParser {

    private static final int MAX_LENGTH = 500;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<symbol>!=|=|\\(|\\))|\"(?<string>(?:[^\"\\\\]|\\\\[\"\\\\])*+)\""
                    + "|(?<number>-?\\d{1,15}(?:\\.\\d{1,15})?(?![\\w.]))|(?<word>[A-Za-z]\\w*))\\s*");
    private static final Set<String> RESERVED = Set.of("and", "or", "true", "false", "null");

    private final List<Token> tokens;
    private int next;

    private ConditionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws IllegalArgumentException with a sentence for the form's author */
    static Condition parse(String expression) {
        if (!expression.startsWith("=") || expression.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a condition starts with = and has at most " + MAX_LENGTH + " characters");
        }
        ConditionParser parser = new ConditionParser(tokens(expression.substring(1)));
        Condition condition = parser.anyOf();
        if (parser.next < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return condition;
    }

    private static List<Token> tokens(String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!matcher.region(at, source.length()).lookingAt()) {
                throw new IllegalArgumentException("a condition cannot use \"" + source.substring(at) + "\"");
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        return tokens;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("string") != null) {
            return new Token("string", matcher.group("string").replaceAll("\\\\(.)", "$1"));
        }
        if (matcher.group("number") != null) {
            return new Token("number", matcher.group("number"));
        }
        if (matcher.group("symbol") != null) {
            return new Token(matcher.group("symbol"), matcher.group("symbol"));
        }
        String word = matcher.group("word");
        return new Token(RESERVED.contains(word) ? word : "name", word);
    }

    private Condition anyOf() {
        List<Condition> parts = new ArrayList<>(List.of(allOf()));
        while (accepts("or")) {
            parts.add(allOf());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AnyOf(parts);
    }

    private Condition allOf() {
        List<Condition> parts = new ArrayList<>(List.of(comparison()));
        while (accepts("and")) {
            parts.add(comparison());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
    }

    private Condition comparison() {
        if (accepts("(")) {
            Condition inner = anyOf();
            expect(")");
            return inner;
        }
        String field = expect("name").text();
        boolean equal = accepts("=");
        if (!equal) {
            expect("!=");
        }
        return new Condition.Comparison(field, equal, literal());
    }

    private Object literal() {
        if (accepts("null")) {
            return null;
        }
        if (accepts("true")) {
            return true;
        }
        if (accepts("false")) {
            return false;
        }
        return at("number")
                ? new BigDecimal(expect("number").text())
                : expect("string").text();
    }

    private boolean at(String kind) {
        return next < tokens.size() && tokens.get(next).kind().equals(kind);
    }

    private boolean accepts(String kind) {
        if (!at(kind)) {
            return false;
        }
        next++;
        return true;
    }

    private Token expect(String kind) {
        if (!at(kind)) {
            throw unexpected();
        }
        return tokens.get(next++);
    }

    private IllegalArgumentException unexpected() {
        String where = next < tokens.size() ? "\"" + tokens.get(next).text() + "\"" : "its end";
        return new IllegalArgumentException("a condition compares fields with literals; this one breaks at " + where);
    }

    private record Token(String kind, String text) {}
}
