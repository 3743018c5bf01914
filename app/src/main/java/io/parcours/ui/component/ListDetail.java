package io.parcours.ui.component;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** A list and what is chosen in it: side by side on a wide screen, one after the other on a telephone. */
public class ListDetail extends Div {

    private final Div detail = new Div();
    private final Div content = new Div();
    private Runnable onClose = () -> {};

    public ListDetail(Component list, Component emptyDetail) {
        addClassName("p-list-detail");
        Div left = new Div(list);
        left.addClassName("p-list-side");
        Button back = new Button(t("action.back"), new Glyph("arrow-left"), click -> {
            close();
            onClose.run();
        });
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        back.addClassName("p-back");
        content.addClassName("p-detail-content");
        content.add(emptyDetail);
        detail.addClassName("p-detail-side");
        detail.add(back, content);
        add(left, detail);
    }

    /** Shows the chosen thing; on a telephone it takes the place of the list. */
    public void open(Component chosen) {
        content.removeAll();
        content.add(chosen);
        addClassName("p-open");
    }

    /** Back to the list on a telephone; on a wide screen nothing moves. */
    public void close() {
        removeClassName("p-open");
    }

    /** Called when the person goes back to the list. */
    public void onClose(Runnable action) {
        onClose = action;
    }
}
