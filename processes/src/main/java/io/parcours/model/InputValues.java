package io.parcours.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the inputs of a step may say, by their kind. */
final class InputValues {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private final Expressions expressions;
    private final Values values;

    InputValues(Expressions expressions) {
        this.expressions = expressions;
        this.values = new Values(expressions);
    }

    Optional<Problem> problem(StepInput.Kind kind, String value) {
        // What may stand in no input at all, the allow-list has refused already.
        return values.textOrVariable(value).isPresent()
                ? Problem.none()
                : check(kind).problem(value);
    }

    private ValueCheck check(StepInput.Kind kind) {
        return switch (kind) {
            case MESSAGE_CODE, QUESTION_CODE -> orVariable(Names::isTextCode, kind);
            case DECISION_ID, RULE_SET -> literal(Names::isKebab, kind);
            case VARIABLE_NAME -> literal(expressions::isVariableName, kind);
            case OPERATION -> literal(Names::isOperation, kind);
            case ARGUMENTS ->
                value -> Arguments.problem(value, expressions).flatMap(reason -> Problem.of(Rule.STEP_INPUT, reason));
            case VARIABLE_NAMES -> literal(this::areVariableNames, kind);
            case TEXT -> value -> Problem.none();
            case DURATION -> orVariable(Moments::isDuration, kind);
            case NUMBER -> orVariable(value -> NUMBER.matcher(value).matches(), kind);
        };
    }

    private boolean areVariableNames(String value) {
        return List.of(value.split(",", -1)).stream().map(String::trim).allMatch(expressions::isVariableName);
    }

    private static ValueCheck literal(Predicate<String> allowed, StepInput.Kind kind) {
        return Values.require(allowed, Rule.STEP_INPUT, "a literal " + kind.words());
    }

    private static ValueCheck orVariable(Predicate<String> literal, StepInput.Kind kind) {
        return value -> Expressions.isExpression(value)
                ? Problem.none()
                : Values.require(literal, Rule.STEP_INPUT, "a " + kind.words()).problem(value);
    }
}
