package io.parcours.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The texts in a form: plain, so that the browser has nothing to evaluate and no markup to clean. */
final class FormTexts {

    private static final int LONGEST = 4000;
    private static final int LONGEST_PATTERN = 100;
    private static final int MOST_OPEN_QUANTIFIERS = 2;
    private static final Pattern MARKUP = Pattern.compile("<\\s*[A-Za-z/!?]|&(#|[A-Za-z]{2,10};)");
    private static final Pattern QUANTIFIED_GROUP = Pattern.compile("\\)\\s*[*+{]|\\\\[1-9k]|\\(\\?");
    private static final Pattern OPEN_QUANTIFIER = Pattern.compile("[*+]|\\{\\d*,\\}");
    private static final List<String> SCHEMES = List.of("javascript:", "vbscript:", "data:text");

    private FormTexts() {}

    static Optional<Problem> plain(String value) {
        if (value.length() > LONGEST) {
            return Problem.of(Rule.VALUE, "longer than " + LONGEST + " characters");
        }
        if (value.stripLeading().startsWith("=") || value.contains("{{") || Expressions.isExpression(value)) {
            return Problem.of(Rule.EXPRESSION, "no expression may stand here: " + Findings.quoted(value));
        }
        String letters = value.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]", "");
        if (MARKUP.matcher(value).find() || SCHEMES.stream().anyMatch(letters::contains)) {
            return Problem.of(Rule.SCRIPT, "no markup may stand here: " + Findings.quoted(value));
        }
        return Problem.none();
    }

    static Optional<Problem> condition(String value) {
        try {
            FormCondition.read(value);
            return Problem.none();
        } catch (NotInGrammar outside) {
            return Problem.of(Rule.FORM_CONDITION, Findings.quoted(value) + ": " + outside.getMessage());
        }
    }

    /** A regular expression that cannot run for long: nothing repeated that holds a group, few open repetitions. */
    static Optional<Problem> pattern(String value) {
        if (value.length() > LONGEST_PATTERN
                || QUANTIFIED_GROUP.matcher(value).find()
                || repetitions(value) > MOST_OPEN_QUANTIFIERS) {
            return Problem.of(Rule.VALUE, Findings.quoted(value) + " is too rich a pattern");
        }
        try {
            Pattern.compile(value);
            return Problem.none();
        } catch (PatternSyntaxException malformed) {
            return Problem.of(Rule.VALUE, Findings.quoted(value) + " is no pattern");
        }
    }

    private static long repetitions(String value) {
        Matcher open = OPEN_QUANTIFIER.matcher(value);
        return open.results().count();
    }
}
