package io.parcours.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The checks that the allow-lists put beside their attributes and texts. */
final class Values {

    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");
    private static final Pattern COORDINATE = Pattern.compile("-?\\d{1,9}(\\.\\d{1,20})?");
    private static final Pattern COLOUR = Pattern.compile("#?[A-Za-z0-9]{1,30}");
    private static final Pattern FORMAL_EXPRESSION = Pattern.compile("([A-Za-z0-9_.-]+:)?tFormalExpression");
    private static final Pattern DAYS = Pattern.compile("P?(\\d{1,5})D?");

    private final Expressions expressions;

    Values(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * Anything that the engine would not evaluate. It holds for names and documentation too: those of a user task are
     * expressions to the engine.
     */
    static Optional<Problem> plain(String value) {
        if (Expressions.isExpression(value)) {
            return Problem.of(Rule.EXPRESSION, "no expression may stand here: " + Findings.quoted(value));
        }
        return Problem.none();
    }

    static ValueCheck oneOf(String... allowed) {
        return require(List.of(allowed)::contains, Rule.VALUE, "one of " + String.join(", ", allowed));
    }

    static Optional<Problem> executable(String value) {
        return require("true"::equals, Rule.NOT_EXECUTABLE, "true").problem(value);
    }

    static Optional<Problem> bool(String value) {
        return oneOf("true", "false").problem(value);
    }

    static Optional<Problem> integer(String value) {
        return require(INTEGER, "a whole number").problem(value);
    }

    static Optional<Problem> coordinate(String value) {
        return require(COORDINATE, "a number").problem(value);
    }

    static Optional<Problem> colour(String value) {
        return require(COLOUR, "a colour").problem(value);
    }

    static Optional<Problem> formalExpression(String value) {
        return require(FORMAL_EXPRESSION, "tFormalExpression").problem(value);
    }

    static Optional<Problem> id(String value) {
        return require(Names::isId, Rule.ID, "an id").problem(value);
    }

    static Optional<Problem> kebab(String value) {
        return require(Names::isKebab, Rule.NAME, "a literal name in kebab case")
                .problem(value);
    }

    static Optional<Problem> camel(String value) {
        return require(Names::isCamel, Rule.NAME, "a literal name in camel case")
                .problem(value);
    }

    static Optional<Problem> message(String value) {
        return require(Names::isMessage, Rule.NAME, "a literal name such as onboarding.documentsReceived")
                .problem(value);
    }

    /** Days, as the engine reads them: {@code P180D} or {@code 180}. */
    static Optional<Problem> timeToLive(String value) {
        return require(
                        each -> DAYS.matcher(each).matches() && each.startsWith("P") == each.endsWith("D"),
                        Rule.TIME_TO_LIVE,
                        "a number of days such as P180D")
                .problem(value);
    }

    /** {@code R5/PT10M}, or one duration for each further attempt: {@code PT10S,PT1M,PT10M}. */
    static Optional<Problem> retryCycle(String value) {
        return require(
                        each -> Moments.isCycle(each)
                                || List.of(each.split(",", -1)).stream().allMatch(Moments::isDuration),
                        Rule.VALUE,
                        "a literal cycle such as R5/PT10M or PT10S,PT1M")
                .problem(value);
    }

    /** The form only; which steps there are is the catalogue's business. */
    static Optional<Problem> delegate(String value) {
        boolean names = value.startsWith("${")
                && value.endsWith("}")
                && Names.isVariable(value.substring(2, value.length() - 1));
        return names
                ? Problem.none()
                : Problem.of(Rule.EXPRESSION, Findings.quoted(value) + " does not name a step: ${stepId}");
    }

    Optional<Problem> condition(String value) {
        return asProblem(expressions.problem(value));
    }

    /** Plain text, or one variable. */
    Optional<Problem> textOrVariable(String value) {
        Optional<Problem> problem = asProblem(expressions.valueProblem(value));
        return problem.isPresent() || Expressions.isExpression(value) ? problem : plain(value);
    }

    Optional<Problem> variable(String value) {
        return Expressions.isExpression(value)
                ? textOrVariable(value)
                : Problem.of(Rule.EXPRESSION, Findings.quoted(value) + " is not ${variable}");
    }

    Optional<Problem> variableName(String value) {
        return require(expressions::isVariableName, Rule.NAME, "a variable's name")
                .problem(value);
    }

    ValueCheck literalOrVariable(Predicate<String> literal, String description) {
        return value -> Expressions.isExpression(value)
                ? textOrVariable(value)
                : require(literal, Rule.VALUE, description).problem(value);
    }

    /** Groups with commas between them, each a name or a variable. */
    Optional<Problem> groups(String value) {
        return List.of(value.split(",", -1)).stream()
                .map(String::trim)
                .map(each -> literalOrVariable(Names::isId, "a group's name").problem(each))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<Problem> priority(String value) {
        return literalOrVariable(each -> INTEGER.matcher(each).matches(), "a whole number or ${variable}")
                .problem(value);
    }

    Optional<Problem> dueDate(String value) {
        return literalOrVariable(
                        each -> Moments.isDate(each) || Moments.isDuration(each),
                        "an ISO 8601 date or duration, or ${variable}")
                .problem(value);
    }

    private static ValueCheck require(Pattern pattern, String description) {
        return require(value -> pattern.matcher(value).matches(), Rule.VALUE, description);
    }

    static ValueCheck require(Predicate<String> allowed, Rule rule, String description) {
        return value -> {
            if (allowed.test(value)) {
                return Problem.none();
            }
            Rule broken = Expressions.isExpression(value) ? Rule.EXPRESSION : rule;
            return Problem.of(broken, Findings.quoted(value) + " is not " + description);
        };
    }

    private static Optional<Problem> asProblem(Optional<String> text) {
        return text.map(each -> new Problem(Rule.EXPRESSION, each));
    }
}
