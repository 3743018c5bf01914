package io.parcours.ui.backoffice;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.parcours.ui.component.Glyph;
import java.util.function.Consumer;

/** Filters that are on or off. */
class QueueChips extends Div {

    private final transient Runnable onChange;

    QueueChips(QueueContent content, Runnable onChange) {
        this.onChange = onChange;
        addClassName("p-chips");
        add(chip("user", "queue.unassigned", content::unassignedOnly));
        add(chip("alarm-clock", "queue.overdue", content::overdueOnly));
    }

    private NativeButton chip(String icon, String key, Consumer<Boolean> set) {
        NativeButton chip = new NativeButton();
        chip.add(new Glyph(icon), new com.vaadin.flow.component.html.Span(t(key)));
        chip.addClassName("p-chip");
        chip.getElement().setAttribute("aria-pressed", "false");
        chip.addClickListener(click -> {
            boolean on = !"true".equals(chip.getElement().getAttribute("aria-pressed"));
            chip.getElement().setAttribute("aria-pressed", String.valueOf(on));
            set.accept(on);
            onChange.run();
        });
        return chip;
    }
}
