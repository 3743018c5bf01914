package io.parcours.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every step that a model may use, by its id. */
public final class StepCatalogue {

    private final Map<String, Step> steps = new TreeMap<>();

    /** @throws IllegalArgumentException where two steps share an id, or a name in a description cannot be a variable */
    public StepCatalogue(Collection<? extends DescribedStep> described) {
        described.forEach(each -> add(each.description()));
    }

    public Optional<Step> find(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** The step that {@code ${id}} calls; empty for any other expression. */
    public Optional<Step> calledBy(String delegateExpression) {
        return steps.values().stream()
                .filter(step -> step.expression().equals(delegateExpression))
                .findFirst();
    }

    public Set<String> ids() {
        return Collections.unmodifiableSet(steps.keySet());
    }

    /** In the order of their ids. */
    public List<Step> all() {
        return List.copyOf(steps.values());
    }

    private void add(Step step) {
        if (steps.putIfAbsent(step.id(), step) != null) {
            throw new IllegalArgumentException("Two steps are called " + step.id());
        }
        requireVariable(step, step.id());
        step.inputs().forEach(input -> requireVariable(step, input.name()));
        step.outputs().forEach(output -> requireVariable(step, output.name()));
    }

    private static void requireVariable(Step step, String name) {
        if (!Names.isVariable(name) || Expressions.RESERVED.contains(name)) {
            throw new IllegalArgumentException("Step " + step.id() + ": " + name + " cannot be a name in a model");
        }
    }
}
