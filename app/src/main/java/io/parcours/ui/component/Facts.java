package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/** What is known, as pairs of label and value; a missing value shows as a dash. */
@Tag("dl")
public class Facts extends HtmlContainer {

    @Tag("dt")
    private static final class Label extends HtmlContainer {
        Label(String text) {
            setText(text);
        }
    }

    @Tag("dd")
    private static final class Value extends HtmlContainer {
        Value(Component content) {
            add(content);
        }
    }

    public Facts() {
        addClassName("p-facts");
    }

    public Facts with(String label, String value) {
        return with(label, new Span(value == null || value.isBlank() ? "–" : value));
    }

    public Facts with(String label, Component value) {
        add(new Label(label), new Value(value));
        return this;
    }
}
