package io.parcours.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/** Columns that a telephone leaves out, so that who and when stay legible. */
public final class WideOnly {

    private static final int NARROW = 700;

    private WideOnly() {}

    /** The columns come and go with the width of the window. */
    public static void columns(Grid<?> grid, List<? extends Grid.Column<?>> columns) {
        grid.addAttachListener(attach -> {
            UI page = attach.getUI();
            page.getPage().retrieveExtendedClientDetails(details -> show(columns, details.getWindowInnerWidth()));
            Registration resizing =
                    page.getPage().addBrowserWindowResizeListener(event -> show(columns, event.getWidth()));
            grid.addDetachListener(detach -> {
                detach.unregisterListener();
                resizing.remove();
            });
        });
    }

    private static void show(List<? extends Grid.Column<?>> columns, int width) {
        columns.forEach(column -> column.setVisible(width >= NARROW));
    }
}
