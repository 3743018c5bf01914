package io.parcours.connector.operatordata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One SQL statement with parameters such as {@code :msisdn}, which become places of a prepared statement: a value is never part
 * of the statement. What would make its parts hard to tell (several statements, backslashes in texts) is refused.
 */
final class NamedStatement {

    private static final Set<String> READING = Set.of("select", "with", "values", "table");
    private static final Set<String> WRITING = Set.of("insert", "update", "delete", "merge", "call", "with", "select");
    private static final Set<String> NOT_WHILE_READING = Set.of(
            "insert",
            "update",
            "delete",
            "merge",
            "truncate",
            "drop",
            "alter",
            "create",
            "grant",
            "revoke",
            "call",
            "into",
            "copy",
            "lock",
            "vacuum",
            "execute");
    private static final Set<String> NEVER = Set.of("truncate", "drop", "alter", "create", "grant", "revoke", "copy");

    private final String text;
    private final StringBuilder prepared = new StringBuilder();
    private final List<String> places = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int at;

    private NamedStatement(String text) {
        this.text = text.strip().replaceFirst(";\\s*$", "");
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static NamedStatement parse(String sql) {
        NamedStatement statement = new NamedStatement(sql);
        while (statement.at < statement.text.length()) {
            statement.next();
        }
        return statement;
    }

    String prepared() {
        return prepared.toString();
    }

    /** The parameter of each place, in their order. */
    List<String> places() {
        return places;
    }

    /** @throws IllegalArgumentException where it does something else than it is described to do */
    void requireFit(boolean write) {
        require(!words.isEmpty(), "the statement is empty");
        require(
                (write ? WRITING : READING).contains(words.get(0)),
                "a " + (write ? "write" : "read") + " does not begin with " + words.get(0));
        Set<String> found = new HashSet<>(words);
        found.retainAll(write ? NEVER : NOT_WHILE_READING);
        require(found.isEmpty(), "a " + (write ? "write" : "read") + " does not " + String.join(", ", found));
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            quoted(c);
        } else if (text.startsWith("--", at) || text.startsWith("/*", at)) {
            comment();
        } else if (text.startsWith("::", at)) {
            prepared.append("::");
            at += 2;
        } else if (c == ':') {
            parameter();
        } else if (Character.isLetter(c) || c == '_') {
            words.add(word().toLowerCase(Locale.ROOT));
        } else {
            require(c != ';', "there is one statement, not several");
            require(c != '?' && c != '$' && c != '\\' && c != '#', "the character " + c + " stands in no statement");
            prepared.append(c);
            at++;
        }
    }

    private void quoted(char quote) {
        int end = text.indexOf(quote, at + 1);
        require(end > 0, "a quotation does not end");
        String all = text.substring(at, end + 1);
        // Databases do not agree on what it means there.
        require(all.indexOf('\\') < 0, "no backslash stands in a quotation");
        prepared.append(all);
        at = end + 1;
    }

    private void comment() {
        boolean line = text.startsWith("--", at);
        int end = text.indexOf(line ? "\n" : "*/", at);
        require(line || end > 0, "a comment does not end");
        // MySQL runs what stands in such a comment.
        require(!text.startsWith("/*!", at) && !text.startsWith("/*M!", at), "no statement stands in a comment");
        at = end < 0 ? text.length() : end + (line ? 0 : 2);
        prepared.append(' ');
    }

    private void parameter() {
        at++;
        require(at < text.length() && Character.isLetter(text.charAt(at)), "a parameter's name follows a colon");
        int from = prepared.length();
        places.add(word());
        prepared.setLength(from);
        prepared.append('?');
    }

    private String word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        prepared.append(text, from, at);
        return text.substring(from, at);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
