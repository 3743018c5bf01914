package io.parcours.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;

/**
 * Keys of the screens. The browser presses the marked component (or puts the cursor into a marked field) when its key is hit;
 * letters do nothing while somebody types, Ctrl+Enter always works.
 */
@JsModule("./components/keys.ts")
public final class Keys extends Span {

    public static final String SEARCH = "/";
    public static final String NEXT = "n";
    public static final String CLAIM = "c";
    public static final String TRANSFER = "t";
    public static final String HELP = "?";
    public static final String COMPLETE = "ctrl+enter";

    /** Loads the listener on a page; the frame has one. */
    Keys() {
        setVisible(false);
    }

    /** Marks the component as what the key presses, for eyes, screen readers and the listener alike. */
    public static <C extends Component> C on(String key, C component) {
        component.getElement().setAttribute("data-key", key);
        component.getElement().setAttribute("aria-keyshortcuts", key.equals(COMPLETE) ? "Control+Enter" : key);
        return component;
    }
}
