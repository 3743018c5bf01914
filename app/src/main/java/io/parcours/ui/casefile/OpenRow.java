package io.parcours.ui.casefile;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Lists whose rows lead somewhere: by a click or by Enter; and their shape on a telephone. */
public final class OpenRow {

    private static final int NARROW = 760;

    private OpenRow() {}

    /** A click on a row, or Enter on the row that has the focus. */
    public static <T> void on(Grid<T> grid, Consumer<T> onOpen) {
        grid.addItemClickListener(click -> onOpen.accept(click.getItem()));
        grid.getElement()
                .addEventListener("keydown", event -> {
                    String key = event.getEventData().getString("element.getEventContext(event).item?.key ?? ''");
                    T item = key.isEmpty()
                            ? null
                            : grid.getDataCommunicator().getKeyMapper().get(key);
                    if (item != null) {
                        onOpen.accept(item);
                    }
                })
                .setFilter("event.key === 'Enter'")
                .addEventData("element.getEventContext(event).item?.key ?? ''");
    }

    /** Shows the card alone on a narrow screen, and the other columns instead of it on a wide one. */
    public static <T> void cardsWhereNarrow(Grid<T> grid, Column<T> card) {
        card.setVisible(false);
        grid.addAttachListener(attach -> {
            Page page = attach.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> shape(grid, card, details.getWindowInnerWidth()));
            Registration resized = page.addBrowserWindowResizeListener(size -> shape(grid, card, size.getWidth()));
            grid.addDetachListener(detach -> {
                resized.remove();
                detach.unregisterListener();
            });
        });
    }

    private static <T> void shape(Grid<T> grid, Column<T> card, int width) {
        boolean narrow = width < NARROW;
        grid.getColumns().forEach(column -> column.setVisible((column == card) == narrow));
        grid.setClassName("p-cards", narrow);
    }
}
