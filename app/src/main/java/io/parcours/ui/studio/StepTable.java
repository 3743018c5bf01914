package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.parcours.model.Step;
import io.parcours.model.StepInput;
import io.parcours.ui.component.Badge;
import java.util.List;
import java.util.stream.Stream;

/** The steps, a line each: what it is called in a model, what it needs, what it leaves, what can be caught at it. */
@Tag("table")
class StepTable extends HtmlContainer {

    StepTable(List<Step> steps) {
        addClassName("p-steps");
        HtmlContainer head = new HtmlContainer("tr");
        Stream.of("step", "inputs", "outputs", "errors").forEach(column -> {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(t("steps." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        HtmlContainer top = new HtmlContainer("thead");
        top.add(head);
        HtmlContainer body = new HtmlContainer("tbody");
        steps.forEach(step -> body.add(line(step)));
        add(top, body);
    }

    private static HtmlContainer line(Step step) {
        HtmlContainer name = new HtmlContainer("th");
        name.getElement().setAttribute("scope", "row");
        name.add(new Span(step.name()), code(step.id()));
        if (step.waits()) {
            name.add(new Badge("hourglass", t("steps.waits"), Badge.Tone.INFO));
        } else if (step.sends()) {
            name.add(new Badge("send", t("steps.sends"), Badge.Tone.INFO));
        }
        HtmlContainer line = new HtmlContainer("tr");
        line.add(
                name,
                cell("inputs", step.inputs().stream().map(StepTable::input)),
                cell(
                        "outputs",
                        step.outputs().stream()
                                .map(output -> new ListItem(code(output.name()), new Span(output.label())))),
                cell("errors", step.errors().stream().map(error -> new ListItem(code(error)))));
        return line;
    }

    private static ListItem input(StepInput input) {
        Span kind = new Span(t("steps.kind." + input.kind().name()));
        kind.addClassName("p-muted");
        ListItem item = new ListItem(code(input.name()), new Span(input.label()), kind);
        if (input.required()) {
            item.add(new Badge(t("steps.required")));
        }
        return item;
    }

    private static HtmlContainer cell(String column, Stream<ListItem> items) {
        HtmlContainer cell = new HtmlContainer("td");
        cell.getElement().setAttribute("data-label", t("steps." + column));
        ListItem[] all = items.toArray(ListItem[]::new);
        cell.add(all.length == 0 ? none() : new UnorderedList(all));
        return cell;
    }

    private static Component none() {
        Span none = new Span("–");
        none.addClassName("p-muted");
        return none;
    }

    private static Span code(String name) {
        Span code = new Span(name);
        code.addClassName("p-code");
        return code;
    }
}
