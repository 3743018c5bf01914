package io.parcours.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a field of a form is hidden, or required: <code>=outcome != "ASK"</code>, several joined by all-and or all-or. A
 * term compares a field with a text, a number, true, false or null; the order (&lt; &lt;= &gt; &gt;=) is for numbers. This is the
 * part of FEEL that the browser's form and the server are sure to understand alike.
 */
public final class FormCondition {

    private static final int LONGEST = 300;
    private static final int TOKENS_OF_A_TERM = 3;
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");

    private final List<Term> terms;
    private final boolean all;

    private FormCondition(List<Term> terms, boolean all) {
        this.terms = List.copyOf(terms);
        this.all = all;
    }

    /** @throws IllegalArgumentException where the text is no such condition; the message says why */
    public static FormCondition parse(String text) {
        try {
            return read(text);
        } catch (NotInGrammar outside) {
            throw new IllegalArgumentException(outside.getMessage(), outside);
        }
    }

    /** Whether it is true of the values; a value that is absent counts as null. */
    public boolean holds(Map<String, ?> values) {
        return all
                ? terms.stream().allMatch(term -> term.holds(values.get(term.field)))
                : terms.stream().anyMatch(term -> term.holds(values.get(term.field)));
    }

    public Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        terms.forEach(term -> fields.add(term.field));
        return fields;
    }

    static FormCondition read(String text) throws NotInGrammar {
        if (!text.startsWith("=") || text.length() > LONGEST) {
            throw new NotInGrammar("a condition begins with = and has at most " + LONGEST + " characters");
        }
        List<Token> tokens = Token.read(text.substring(1));
        List<Term> terms = new ArrayList<>();
        Set<String> joints = new TreeSet<>();
        for (int at = 0; at == 0 || at < tokens.size(); at += TOKENS_OF_A_TERM + 1) {
            terms.add(term(tokens, at));
            if (at + TOKENS_OF_A_TERM < tokens.size()) {
                joints.add(tokens.get(at + TOKENS_OF_A_TERM).text());
            }
        }
        boolean unfinished = tokens.size() % (TOKENS_OF_A_TERM + 1) == 0;
        if (unfinished || joints.size() > 1 || !Set.of("and", "or").containsAll(joints)) {
            throw new NotInGrammar("terms are joined either all by and or all by or");
        }
        return new FormCondition(terms, !joints.contains("or"));
    }

    private static Term term(List<Token> tokens, int at) throws NotInGrammar {
        if (at + TOKENS_OF_A_TERM > tokens.size()) {
            throw new NotInGrammar("a term compares a field with a value");
        }
        Token field = tokens.get(at);
        Token sign = tokens.get(at + 1);
        if (field.kind() != Token.Kind.WORD || Expressions.RESERVED.contains(field.text())) {
            throw new NotInGrammar(Findings.quoted(field.text()) + " is no field");
        }
        if (sign.kind() != Token.Kind.SIGN || !COMPARISONS.contains(sign.text())) {
            throw new NotInGrammar(Findings.quoted(sign.text()) + " is no comparison");
        }
        Object value = literal(tokens.get(at + 2));
        if (sign.text().matches("[<>]=?") && !(value instanceof BigDecimal)) {
            throw new NotInGrammar(Findings.quoted(sign.text()) + " compares numbers only");
        }
        return new Term(field.text(), sign.text(), value);
    }

    private static Object literal(Token token) throws NotInGrammar {
        return switch (token.kind()) {
            case STRING -> token.text();
            case NUMBER -> new BigDecimal(token.text());
            default ->
                switch (token.text()) {
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    case "null" -> null;
                    default -> throw new NotInGrammar(Findings.quoted(token.text()) + " is no value");
                };
        };
    }

    private record Term(String field, String sign, Object value) {

        boolean holds(Object actual) {
            Object given = actual instanceof Number number ? new BigDecimal(number.toString()) : actual;
            if (given instanceof BigDecimal left && value instanceof BigDecimal right) {
                return holdsFor(left.compareTo(right));
            }
            return switch (sign) {
                case "=" -> Objects.equals(given, value);
                case "!=" -> !Objects.equals(given, value);
                default -> false;
            };
        }

        private boolean holdsFor(int order) {
            return switch (sign) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }
}
