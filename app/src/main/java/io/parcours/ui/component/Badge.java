package io.parcours.ui.component;

import com.vaadin.flow.component.html.Span;

/** A state in one word, with an icon: colour only repeats what they say. */
public class Badge extends Span {

    /** What the colour means; neutral where it means nothing. */
    public enum Tone {
        NEUTRAL,
        INFO,
        FINE,
        SOON,
        LATE,
        ACCENT
    }

    public Badge(String icon, String word, Tone tone) {
        addClassNames("p-badge", "p-" + tone.name().toLowerCase(java.util.Locale.ROOT));
        if (icon != null) {
            add(new Glyph(icon));
        }
        add(new Span(word));
    }

    public Badge(String word) {
        this(null, word, Tone.NEUTRAL);
    }
}
