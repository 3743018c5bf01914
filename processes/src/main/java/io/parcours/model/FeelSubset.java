package io.parcours.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of FEEL that a decision may use: comparisons, ranges, lists, arithmetic, if, and the built-in functions below.
 * Left out are functions of one's own (they can be Java methods), calls on a path and reading a property by a computed
 * name (they reach into Java objects), loops and regular expressions (they can run for ever).
 */
final class FeelSubset {

    private static final int LONGEST = 1000;
    private static final String SIGNS = ".,()[]<>=!+-*/?:@";
    private static final Set<String> REFUSED_WORDS = Set.of(
            "function",
            "external",
            "for",
            "some",
            "every",
            "satisfies",
            "return",
            "java",
            "class",
            "getClass",
            "classLoader",
            "forName",
            "instance");
    /** Words after which a parenthesis opens a group and calls nothing. */
    private static final Set<String> BEFORE_GROUPS = Set.of("and", "or", "in", "if", "then", "else", "between", "not");

    private static final Set<String> FUNCTIONS = Set.of(
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "number",
            "string",
            "not",
            "substring",
            "string length",
            "upper case",
            "lower case",
            "substring before",
            "substring after",
            "contains",
            "starts with",
            "ends with",
            "trim",
            "is blank",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "mean",
            "median",
            "all",
            "any",
            "distinct values",
            "union",
            "concatenate",
            "append",
            "reverse",
            "index of",
            "is empty",
            "decimal",
            "floor",
            "ceiling",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "abs",
            "modulo",
            "sqrt",
            "odd",
            "even",
            "is defined",
            "get or else",
            "now",
            "today",
            "day of week",
            "day of year",
            "week of year",
            "month of year",
            "before",
            "after",
            "includes",
            "during",
            "string join");

    private final String text;
    private final List<String> tokens = new ArrayList<>();

    private FeelSubset(String text) {
        this.text = text;
    }

    static Optional<Problem> problem(String text) {
        try {
            new FeelSubset(text).check();
            return Problem.none();
        } catch (NotInGrammar outside) {
            return Problem.of(Rule.FEEL, outside.getMessage());
        }
    }

    private void check() throws NotInGrammar {
        if (text.length() > LONGEST) {
            throw new NotInGrammar("longer than " + LONGEST + " characters");
        }
        split();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (REFUSED_WORDS.contains(token)) {
                throw new NotInGrammar(Findings.quoted(token) + " is not in the subset");
            }
            if (token.equals("*") && followedBy("*", i)
                    || token.equals("/") && (followedBy("/", i) || followedBy("*", i))) {
                throw new NotInGrammar("powers and comments are not in the subset");
            }
            if (token.equals("(") && i > 0) {
                opening(i);
            }
        }
    }

    /** What stands before a parenthesis: an operator, a word that groups, or the name of a known function. */
    private void opening(int at) throws NotInGrammar {
        int first = at;
        while (first > 0 && isWord(tokens.get(first - 1))) {
            first--;
        }
        boolean onPath = first > 0 && tokens.get(first - 1).equals(".");
        boolean onResult = first == at
                && (List.of(")", "]").contains(tokens.get(at - 1))
                        || tokens.get(at - 1).startsWith("\""));
        if (onPath || onResult) {
            throw new NotInGrammar("a call on a value is not in the subset");
        }
        for (int from = first; from < at; from++) {
            if (FUNCTIONS.contains(String.join(" ", tokens.subList(from, at)))) {
                return;
            }
        }
        if (first < at && !BEFORE_GROUPS.contains(tokens.get(at - 1))) {
            throw new NotInGrammar("the function " + Findings.quoted(String.join(" ", tokens.subList(first, at)))
                    + " is not in the subset");
        }
    }

    private boolean followedBy(String sign, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).equals(sign);
    }

    private void split() throws NotInGrammar {
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            int end = at + 1;
            if (next == '"') {
                end = endOfString(at);
            } else if (isWordPart(next)) {
                while (end < text.length() && isWordPart(text.charAt(end))) {
                    end++;
                }
            } else if (SIGNS.indexOf(next) < 0 && " \t\r\n".indexOf(next) < 0) {
                throw new NotInGrammar(Findings.quoted(text.substring(at)) + " is not in the subset");
            }
            if (" \t\r\n".indexOf(next) < 0) {
                tokens.add(text.substring(at, end));
            }
            at = end;
        }
    }

    private int endOfString(int at) throws NotInGrammar {
        int end = text.indexOf('"', at + 1);
        if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
            throw new NotInGrammar("a text without its closing quote, or with a backslash");
        }
        return end + 1;
    }

    private static boolean isWord(String token) {
        return isWordPart(token.charAt(0)) && !Character.isDigit(token.charAt(0));
    }

    private static boolean isWordPart(char each) {
        return Character.isLetterOrDigit(each) || each == '_';
    }
}
