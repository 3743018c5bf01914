package io.parcours.ui.component;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.icon.Icon;

/** One of the icons of {@code frontend/components/icons.ts}. Silent for screen readers: a word always stands beside it. */
@JsModule("./components/icons.ts")
public class Glyph extends Icon {

    public Glyph(String name) {
        super("p", name);
        getElement().setAttribute("aria-hidden", "true");
        addClassName("p-glyph");
    }
}
