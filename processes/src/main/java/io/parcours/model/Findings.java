package io.parcours.model;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one file; a hostile file does not get more than a screenful. */
final class Findings {

    private static final int LONGEST_QUOTE = 80;

    private final String file;
    private final int most;
    private final List<Finding> found = new ArrayList<>();

    Findings(String file, int most) {
        this.file = file;
        this.most = most;
    }

    void add(String element, Rule rule, String detail) {
        if (found.size() < most) {
            found.add(new Finding(file, element.isBlank() ? file : shown(element), rule.code(), detail));
        } else if (found.size() == most) {
            found.add(new Finding(file, file, Rule.TOO_MANY_FINDINGS.code(), "more than " + most + " findings"));
        }
    }

    void add(XmlElement element, Rule rule, String detail) {
        add(element.label(), rule, detail + " (line " + element.line() + ")");
    }

    void add(XmlElement element, Problem problem, String where) {
        add(element, problem.rule(), where + ": " + problem.text());
    }

    void addFile(Rule rule, String detail) {
        add(file, rule, detail);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Finding> asList() {
        return List.copyOf(found);
    }

    /** A value as it may stand in a message or a log: in quotes, on one line, not endless. */
    static String quoted(String value) {
        return "'" + shown(value) + "'";
    }

    static String shown(String value) {
        String line = value.strip()
                .codePoints()
                .map(each -> Character.isISOControl(each) || !Character.isDefined(each) || invisible(each) ? ' ' : each)
                .limit(LONGEST_QUOTE + 1L)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.codePointCount(0, line.length()) > LONGEST_QUOTE
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…"
                : line;
    }

    private static boolean invisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
