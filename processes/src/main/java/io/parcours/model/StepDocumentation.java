package io.parcours.model;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the catalogue as a table for the documentation. */
public final class StepDocumentation {

    private static final String HEAD = """
            | Step | Name | Inputs (* required) | Outputs | Errors | Sends |
            |---|---|---|---|---|---|
            """;

    private final StepCatalogue catalogue;

    public StepDocumentation(StepCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Markdown, one row a step, in the order of their ids. */
    public String markdown() {
        return catalogue.all().stream().map(StepDocumentation::row).collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Step step) {
        List<String> cells = List.of(
                code(step.id()),
                escaped(step.name()),
                listed(step.inputs(), StepDocumentation::input),
                listed(step.outputs(), output -> code(output.name()) + ": " + escaped(output.label())),
                listed(step.errors(), StepDocumentation::code),
                step.sends() ? "yes" : "");
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String input(StepInput input) {
        return code(input.name()) + (input.required() ? "*" : "") + ": " + escaped(input.label()) + " ("
                + input.kind().words() + ")";
    }

    private static <T> String listed(List<T> items, Function<T, String> words) {
        return items.stream().map(words).collect(Collectors.joining("<br>"));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replaceAll("\\s+", " ");
    }
}
