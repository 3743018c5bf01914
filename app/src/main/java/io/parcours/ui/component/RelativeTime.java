package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.time.Instant;

/** A moment as people say it ("il y a 5 min", "demain 14:00"), the exact time on hover; told by the person's own clock. */
@Tag("parcours-time")
@JsModule("./components/time.ts")
public final class RelativeTime extends Component implements HasStyle {

    public RelativeTime(Instant at) {
        setAt(at);
    }

    /** @param at nothing is shown for null */
    public void setAt(Instant at) {
        if (at == null) {
            getElement().removeAttribute("at");
        } else {
            getElement().setAttribute("at", at.toString());
        }
    }

    /** For a column of a grid. The view needs no {@code RelativeTime} of its own: the frame has loaded the element. */
    public static <T> Renderer<T> column(ValueProvider<T, Instant> at) {
        return LitRenderer.<T>of("<parcours-time .at=\"${item.at}\"></parcours-time>")
                .withProperty("at", row -> text(at.apply(row)));
    }

    static String text(Instant at) {
        return at == null ? null : at.toString();
    }
}
