package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;

/** A titled surface; its title names it for screen readers. */
public class Card extends Section {

    private final Header header = new Header();
    private final Div body = new Div();

    public Card(String title, Component... content) {
        addClassName("p-card");
        body.addClassName("p-card-body");
        if (title != null) {
            H2 heading = new H2(title);
            header.add(heading);
            getElement().setAttribute("aria-label", title);
            super.add(header);
        }
        body.add(content);
        super.add(body);
    }

    /** Puts something (a count, a button) at the right end of the title. */
    public Card withTool(Component tool) {
        tool.addClassName("p-card-tool");
        header.add(tool);
        return this;
    }

    /** Takes what was inside away and shows this instead. */
    public void show(Component... content) {
        body.removeAll();
        body.add(content);
    }

    public Div body() {
        return body;
    }
}
