package io.parcours.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a browser's regular expression into ours. It knows literals, classes, groups, alternatives, anchors and
 * quantifiers; it refuses what differs between the two (look-around, back-references, flags) and a repetition of a
 * repetition, which can take exponential time.
 */
final class PatternTranslator {

    private static final Pattern QUANTIFIER =
            Pattern.compile("(?:(?<open>[*+])|\\?|\\{(?<min>\\d{1,3})(?<comma>,)?(?<max>\\d{1,3})?})\\??");
    private static final int MAX_LENGTH = 300;
    private static final String ESCAPABLE = "dDwWsS.\\/^$*+?()[]{}|-'\"@#&_:;,!%=<>~` ";

    private final String source;
    private final StringBuilder result = new StringBuilder();
    /** For each open group, whether something in it repeats without limit. */
    private final Deque<Boolean> repeats = new ArrayDeque<>();

    private int at;

    PatternTranslator(String source) {
        this.source = source;
    }

    String translate() {
        if (source.length() > MAX_LENGTH) {
            throw refused("it has more than " + MAX_LENGTH + " characters");
        }
        repeats.push(false);
        while (at < source.length()) {
            boolean repeating = atom();
            quantifier(repeating);
        }
        if (repeats.size() != 1) {
            throw refused("a group is not closed");
        }
        return result.toString();
    }

    /** Copies one element; true where it is a group in which something repeats without limit. */
    private boolean atom() {
        char c = source.charAt(at++);
        switch (c) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(' -> openGroup();
            case ')' -> {
                return closeGroup();
            }
            // In Java a plain $ also matches before a last line break.
            case '$' -> result.append("\\z");
            case '*', '+', '?', '{', '}', ']' -> throw refused("\"" + c + "\" stands alone");
            default -> result.append(c);
        }
        return false;
    }

    private void escape() {
        if (at == source.length() || ESCAPABLE.indexOf(source.charAt(at)) < 0) {
            throw refused("an escape is not known");
        }
        char c = source.charAt(at++);
        result.append('\\').append(c);
    }

    private void characterClass() {
        result.append('[');
        if (at < source.length() && source.charAt(at) == '^') {
            result.append('^');
            at++;
        }
        int start = at;
        while (at < source.length() && source.charAt(at) != ']') {
            char c = source.charAt(at++);
            if (c == '\\') {
                escape();
            } else {
                // "[" and "&&" have a meaning of their own within a class in Java.
                result.append(c == '[' || c == '&' || c == '^' ? "\\" : "").append(c);
            }
        }
        if (at == source.length() || at == start) {
            throw refused("a character class is empty or not closed");
        }
        result.append(']');
        at++;
    }

    private void openGroup() {
        if (source.startsWith("?", at) && !source.startsWith("?:", at)) {
            throw refused("only plain groups are known");
        }
        if (source.startsWith("?:", at)) {
            at += 2;
        }
        result.append("(?:");
        repeats.push(false);
        if (at < source.length() && "*+?{".indexOf(source.charAt(at)) >= 0) {
            throw refused("a group starts with a quantifier");
        }
    }

    private boolean closeGroup() {
        if (repeats.size() == 1) {
            throw refused("a group is closed that was not opened");
        }
        result.append(')');
        boolean inner = repeats.pop();
        repeats.push(repeats.pop() || inner);
        return inner;
    }

    private void quantifier(boolean repeating) {
        Matcher matcher = QUANTIFIER.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            return;
        }
        boolean unlimited =
                matcher.group("open") != null || matcher.group("comma") != null && matcher.group("max") == null;
        boolean many = unlimited || matcher.group("min") != null;
        if (many && repeating) {
            throw refused("a repetition is repeated");
        }
        repeats.push(repeats.pop() || unlimited);
        result.append(matcher.group());
        at = matcher.end();
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("the pattern cannot be used: " + why);
    }
}
