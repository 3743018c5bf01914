package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** The head of a view: its title, what counts there, and on the right its one primary action. */
public class ViewHeader extends Header {

    private final H1 title = new H1();
    private final Div counts = new Div();
    private final Div actions = new Div();

    public ViewHeader(String title) {
        addClassName("p-view-header");
        counts.addClassName("p-view-counts");
        actions.addClassName("p-view-actions");
        this.title.setText(title);
        add(this.title, counts, actions);
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    /** Replaces what stands beside the title: badges, figures, a state. */
    public void setCounts(Component... what) {
        counts.removeAll();
        counts.add(what);
    }

    public void setCounts(String words) {
        setCounts(new Span(words));
    }

    public void setActions(Component... what) {
        actions.removeAll();
        actions.add(what);
    }
}
