package io.parcours.form;

import java.util.List;
import java.util.stream.Collectors;

/** A form that holds something whose submissions could not be checked. */
public final class FormRefused extends RuntimeException {

    private final transient List<Problem> problems;

    FormRefused(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.element() + ": " + problem.detail())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is not allowed.
     *
     * @param element the id of the component, or {@code form} for the form itself
     * @param rule which rule it breaks, such as {@code component} or {@code condition}
     * @param detail a sentence for the form's author
     */
    public record Problem(String element, String rule, String detail) {}
}
