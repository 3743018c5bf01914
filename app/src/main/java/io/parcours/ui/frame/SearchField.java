package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.ui.frame.SearchSource.Hit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds customers, cases and whatever else announces itself, and goes there. */
class SearchField extends ComboBox<Hit> {

    private static final int LIMIT = 12;
    private static final int SHORTEST = 2;

    private final transient List<SearchSource> sources;

    SearchField(List<SearchSource> sources) {
        Set<Role> roles = ParcoursUser.current().map(ParcoursUser::roles).orElse(Set.of());
        this.sources =
                sources.stream().filter(source -> source.offeredTo(roles)).toList();
        addClassName("p-search");
        setPlaceholder(t("frame.search"));
        setAriaLabel(t("frame.search"));
        setPrefixComponent(new io.parcours.ui.component.Glyph("search"));
        setClearButtonVisible(true);
        setVisible(!this.sources.isEmpty());
        Keys.on(Keys.SEARCH, this);
        setItemLabelGenerator(Hit::title);
        setRenderer(row());
        setItems(query ->
                found(query.getFilter().orElse("")).skip(query.getOffset()).limit(query.getLimit()));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                String path = change.getValue().path();
                clear();
                getUI().ifPresent(page -> page.navigate(path));
            }
        });
    }

    private Stream<Hit> found(String words) {
        String wanted = words.strip();
        return wanted.length() < SHORTEST
                ? Stream.empty()
                : sources.stream()
                        .flatMap(source -> source.search(wanted, LIMIT).stream())
                        .limit(2L * LIMIT);
    }

    private static LitRenderer<Hit> row() {
        return LitRenderer.<Hit>of("<div class=\"p-hit\"><vaadin-icon icon=\"p:${item.icon}\"></vaadin-icon>"
                        + "<span class=\"p-hit-title\">${item.title}</span>"
                        + "<span class=\"p-hit-detail\">${item.detail}</span></div>")
                .withProperty("icon", Hit::icon)
                .withProperty("title", Hit::title)
                .withProperty("detail", Hit::detail);
    }
}
