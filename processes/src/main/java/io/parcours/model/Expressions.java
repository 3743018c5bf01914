package io.parcours.model;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The expressions that a model may contain: <code>${variable}</code>, and in conditions comparisons of variables and
 * literals joined by and, or and not. The validator and the engine's expression manager ask here, so both mean the same.
 */
public final class Expressions {

    /** What the engine resolves to something other than a variable of the journey, and the words of the language itself. */
    public static final Set<String> RESERVED = Set.of(
            "execution",
            "caseExecution",
            "task",
            "externalTask",
            "authenticatedUserId",
            "loggedInUser",
            "currentUser",
            "currentUserGroups",
            "now",
            "dateTime",
            "processEngine",
            "processEngineConfiguration",
            "runtimeService",
            "taskService",
            "repositoryService",
            "historyService",
            "managementService",
            "identityService",
            "formService",
            "authorizationService",
            "caseService",
            "filterService",
            "externalTaskService",
            "decisionService",
            "applicationContext",
            "environment",
            "systemProperties",
            "systemEnvironment",
            "dataSource",
            "connector",
            "variableContext",
            "S",
            "XML",
            "JSON",
            "this",
            "class",
            "super",
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "div",
            "mod",
            "empty",
            "instanceof");

    private final Set<String> reserved;

    /** @param beans names that are no variables either: the steps' ids, and whatever else the engine could resolve */
    public Expressions(Collection<String> beans) {
        Set<String> all = new TreeSet<>(RESERVED);
        all.addAll(beans);
        this.reserved = Set.copyOf(all);
    }

    /** Whether the text is one whole expression of the grammar. */
    public boolean isAllowed(String expression) {
        return problem(expression).isEmpty();
    }

    /** Why the text is not one whole expression of the grammar; empty when it is. */
    public Optional<String> problem(String expression) {
        try {
            new ExpressionParser(expression, reserved).parse();
            return Optional.empty();
        } catch (NotInGrammar outside) {
            return Optional.of(outside.getMessage());
        }
    }

    /** As {@link #problem}, for places that hold either plain text or exactly <code>${variable}</code>. */
    public Optional<String> valueProblem(String text) {
        if (!isExpression(text)) {
            return Optional.empty();
        }
        return variableIn(text).isPresent()
                ? Optional.empty()
                : Optional.of(problem(text).orElse("only ${variable} may stand here"));
    }

    /** The name in <code>${name}</code>; empty for anything else and for names that are no variables. */
    public Optional<String> variableIn(String text) {
        String trimmed = text.trim();
        if (!trimmed.startsWith("${") || !trimmed.endsWith("}")) {
            return Optional.empty();
        }
        return Optional.of(trimmed.substring(2, trimmed.length() - 1).trim()).filter(this::isVariableName);
    }

    /** The variables that an allowed expression reads. */
    public Set<String> variables(String expression) {
        try {
            return new ExpressionParser(expression, reserved).parse();
        } catch (NotInGrammar outside) {
            throw new IllegalArgumentException(outside.getMessage(), outside);
        }
    }

    public boolean isVariableName(String name) {
        return Names.isVariable(name) && !reserved.contains(name);
    }

    /** Whether the engine would evaluate any part of the text. */
    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
