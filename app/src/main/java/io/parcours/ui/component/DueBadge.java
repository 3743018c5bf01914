package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.time.Duration;
import java.time.Instant;

/** When something is due: late, soon or fine, each with icon and words, and changing by itself as time passes. */
@Tag("parcours-due")
@JsModule("./components/time.ts")
public final class DueBadge extends Component implements HasStyle {

    public DueBadge(Instant due) {
        if (due != null) {
            getElement().setAttribute("at", due.toString());
        }
    }

    /** From how long before it counts as soon; two hours unless told. */
    public DueBadge soonWithin(Duration before) {
        getElement().setAttribute("soon", String.valueOf(before.toMinutes()));
        return this;
    }

    /** For a column of a grid, usually the last one. */
    public static <T> Renderer<T> column(ValueProvider<T, Instant> due) {
        return LitRenderer.<T>of("<parcours-due .at=\"${item.due}\"></parcours-due>")
                .withProperty("due", row -> RelativeTime.text(due.apply(row)));
    }
}
