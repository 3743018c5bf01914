package io.parcours.ui.component;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;

/** A priority from 1 (highest) to 5, as an icon and a word. */
public final class PriorityBadge extends Badge {

    private static final String[] ICONS = {"chevrons-up", "arrow-up", "equal", "arrow-down", "chevrons-down"};
    private static final Tone[] TONES = {Tone.LATE, Tone.SOON, Tone.NEUTRAL, Tone.NEUTRAL, Tone.NEUTRAL};

    public PriorityBadge(int priority) {
        super(ICONS[index(priority)], word(priority), TONES[index(priority)]);
    }

    public static String word(int priority) {
        return t("priority." + (index(priority) + 1));
    }

    /** For a column of a grid: drawn in the browser, without a component a row. */
    public static <T> Renderer<T> column(ValueProvider<T, Integer> priority) {
        return LitRenderer.<T>of(
                        "<span class=\"p-badge p-${item.tone}\"><vaadin-icon class=\"p-glyph\" icon=\"p:${item.icon}\">"
                                + "</vaadin-icon><span>${item.word}</span></span>")
                .withProperty(
                        "tone", row -> TONES[index(priority.apply(row))].name().toLowerCase(java.util.Locale.ROOT))
                .withProperty("icon", row -> ICONS[index(priority.apply(row))])
                .withProperty("word", row -> word(priority.apply(row)));
    }

    private static int index(int priority) {
        return Math.max(1, Math.min(5, priority)) - 1;
    }
}
