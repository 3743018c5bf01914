package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import io.parcours.ui.component.ViewHeader;

/** What a view begins with: a header, room for content below it, and its name on the browser's tab. */
public abstract class Page extends Div implements HasDynamicTitle {

    private final String titleKey;
    private final ViewHeader header;

    protected Page(String titleKey) {
        this.titleKey = titleKey;
        this.header = new ViewHeader(t(titleKey));
        addClassName("p-page");
        add(header);
    }

    protected ViewHeader header() {
        return header;
    }

    /** Lets the content take the height of the window and scroll by itself: for lists. */
    protected void fillHeight() {
        addClassName("p-page-full");
    }

    @Override
    public String getPageTitle() {
        return t(titleKey) + " · Parcours";
    }
}
