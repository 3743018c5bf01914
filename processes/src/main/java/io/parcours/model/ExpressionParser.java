package io.parcours.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one condition.
 *
 * <pre>
 * expression = "${" or "}"
 * or         = and { ("||" | "or") and }
 * and        = comparison { ("&amp;&amp;" | "and") comparison }
 * comparison = operand [ ("==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "eq" | "ne" | "lt" | "le" | "gt" | "ge") operand ]
 * operand    = { "!" | "not" } ( "(" or ")" | variable | number | text | "true" | "false" | "null" )
 * </pre>
 */
final class ExpressionParser {

    private static final int LONGEST = 1000;
    private static final int DEEPEST = 32;
    private static final Set<String> COMPARISONS =
            Set.of("==", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    private final String text;
    private final Set<String> reserved;
    private final Set<String> variables = new TreeSet<>();
    private List<Token> tokens;
    private int at;
    private int depth;

    ExpressionParser(String text, Set<String> reserved) {
        this.text = text.trim();
        this.reserved = reserved;
    }

    /** The variables that the expression reads. */
    Set<String> parse() throws NotInGrammar {
        if (text.length() > LONGEST) {
            throw new NotInGrammar("longer than " + LONGEST + " characters");
        }
        if (!text.startsWith("${") || !text.endsWith("}")) {
            throw new NotInGrammar("not one expression ${…}: " + Findings.quoted(text));
        }
        tokens = Token.read(text.substring(2, text.length() - 1));
        or();
        if (at < tokens.size()) {
            throw unexpected();
        }
        return variables;
    }

    private void or() throws NotInGrammar {
        do {
            and();
        } while (take(Set.of("||", "or")));
    }

    private void and() throws NotInGrammar {
        do {
            comparison();
        } while (take(Set.of("&&", "and")));
    }

    private void comparison() throws NotInGrammar {
        operand();
        if (take(COMPARISONS)) {
            operand();
        }
    }

    private void operand() throws NotInGrammar {
        while (take(Set.of("!", "not"))) {
            // However often a value is negated, it stays one operand.
        }
        if (take(Set.of("("))) {
            parenthesis();
        } else if (at < tokens.size() && tokens.get(at).kind() == Token.Kind.WORD) {
            word(tokens.get(at++).text());
        } else if (at < tokens.size() && tokens.get(at).kind() != Token.Kind.SIGN) {
            at++;
        } else {
            throw unexpected();
        }
    }

    private void parenthesis() throws NotInGrammar {
        if (++depth > DEEPEST) {
            throw new NotInGrammar("too many parentheses");
        }
        or();
        if (!take(Set.of(")"))) {
            throw unexpected();
        }
        depth--;
    }

    private void word(String name) throws NotInGrammar {
        if (CONSTANTS.contains(name)) {
            return;
        }
        if (reserved.contains(name)) {
            throw new NotInGrammar(Findings.quoted(name) + " is reserved and no variable of a journey");
        }
        if (!Names.isVariable(name)) {
            throw new NotInGrammar(Findings.quoted(name) + " cannot be a variable");
        }
        variables.add(name);
    }

    private boolean take(Set<String> signs) {
        boolean taken = at < tokens.size() && signs.stream().anyMatch(tokens.get(at)::is);
        if (taken) {
            at++;
        }
        return taken;
    }

    private NotInGrammar unexpected() {
        return new NotInGrammar(
                at < tokens.size()
                        ? Findings.quoted(tokens.get(at).text()) + " is not expected there"
                        : "the expression stops too early");
    }
}
