package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.parcours.engine.Model;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Glyph;
import java.util.List;
import java.util.Optional;

/** The models by kind, each with the version in force. */
class ModelList extends ListBox<Family> {

    ModelList() {
        addClassName("p-models");
        setAriaLabel(t("studio.title"));
        setRenderer(new ComponentRenderer<>(ModelList::line));
    }

    void show(List<Family> families) {
        setItems(families);
        for (String kind : Family.KINDS) {
            families.stream()
                    .filter(family -> family.kind().equals(kind))
                    .findFirst()
                    .ifPresent(first -> prependComponents(first, heading(kind)));
        }
    }

    Optional<Family> find(String fileName) {
        return getListDataView()
                .getItems()
                .filter(family -> family.fileName().equals(fileName))
                .findFirst();
    }

    private static Component heading(String kind) {
        H2 heading = new H2(t("studio.kind." + kind));
        heading.addClassName("p-models-kind");
        return heading;
    }

    private static Component line(Family family) {
        Span name = new Span(family.name());
        name.addClassName("p-cell-main");
        Span key = new Span(family.key());
        key.addClassName("p-models-key");
        Div words = new Div(name, key);
        words.addClassName("p-models-words");
        Div line = new Div(new Glyph(family.icon()), words, origin(family.inForce()));
        line.addClassName("p-models-line");
        return line;
    }

    /** Whose version it is, and which. */
    static Badge origin(Model model) {
        return model.own()
                ? new Badge("star", t("studio.badge.own", model.version()), Badge.Tone.ACCENT)
                : new Badge(t("studio.version.shared", model.version()));
    }
}
