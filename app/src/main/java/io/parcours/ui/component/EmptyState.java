package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** Where there is nothing to show: says so, says what happens next, and may offer one thing to do. */
public class EmptyState extends Div {

    public EmptyState(String icon, String title, String whatNext, Component... actions) {
        addClassName("p-empty");
        add(new Glyph(icon), new H3(title));
        if (whatNext != null) {
            add(new Paragraph(whatNext));
        }
        add(actions);
    }
}
