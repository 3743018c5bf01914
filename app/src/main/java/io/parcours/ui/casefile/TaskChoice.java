package io.parcours.ui.casefile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.parcours.work.WorkItem;
import java.util.function.Consumer;

/** The name of the task, or a choice where the person may work several of the case. */
class TaskChoice extends Div {

    private final transient Consumer<WorkItem> onChoice;

    TaskChoice(Consumer<WorkItem> onChoice) {
        this.onChoice = onChoice;
        addClassName("p-chips");
    }

    void show(CaseFile file, WorkItem current) {
        removeAll();
        if (file.own().size() == 1) {
            Span name = new Span(Labels.task(current));
            name.addClassName("p-muted");
            add(name);
        } else {
            file.own().forEach(item -> add(chip(item, item.taskId().equals(current.taskId()))));
        }
    }

    private NativeButton chip(WorkItem item, boolean current) {
        NativeButton chip = new NativeButton(Labels.task(item), click -> onChoice.accept(item));
        chip.addClassName("p-chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(current));
        return chip;
    }
}
