package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** One message of a conversation: received on the left, sent on the right. */
public class Bubble extends Div {

    private final Div foot = new Div();

    public Bubble(String text, boolean received, Instant at) {
        addClassNames("p-bubble", received ? "p-bubble-in" : "p-bubble-out");
        Span words = new Span(text);
        words.addClassName("p-bubble-text");
        foot.addClassName("p-bubble-foot");
        if (at != null) {
            foot.add(new RelativeTime(at));
        }
        add(words, foot);
    }

    /** Something large below the words: a picture, a file. */
    public Bubble showing(Component content) {
        addComponentAtIndex(getElement().indexOfChild(foot.getElement()), content);
        return this;
    }

    /** Something small beside the time: ticks, a channel, a state. */
    public Bubble with(Component mark) {
        foot.add(mark);
        return this;
    }
}
