package io.parcours.ui.supervisor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Glyph;
import java.util.Locale;

/** One number with what it counts; it may lead to what it counted. */
class Figure extends Div {

    private final Span number = new Span();
    private final Div label = new Div();

    Figure(String name, String path) {
        addClassName("p-figure-tile");
        number.addClassName("p-figure-number");
        label.addClassName("p-figure-label");
        label.setText(name);
        if (path == null) {
            add(number, label);
        } else {
            Anchor link = new Anchor(path, number, label);
            link.getElement().setAttribute("router-link", true);
            add(link);
        }
    }

    void show(String value) {
        number.removeAll();
        number.setText(value);
        getElement().removeAttribute("data-tone");
    }

    void show(Component value) {
        number.removeAll();
        number.add(value);
        getElement().removeAttribute("data-tone");
    }

    /** The tone only repeats what the icon says. */
    void show(int count, String icon, Badge.Tone tone) {
        number.removeAll();
        number.add(new Glyph(icon), new Span(String.valueOf(count)));
        getElement().setAttribute("data-tone", tone.name().toLowerCase(Locale.ROOT));
    }
}
