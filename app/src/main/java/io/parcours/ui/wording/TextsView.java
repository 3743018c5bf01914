package io.parcours.ui.wording;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.live.Live;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.ListDetail;
import io.parcours.ui.component.Notices;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import io.parcours.ui.frame.Updates;
import io.parcours.wording.EditableText;
import io.parcours.wording.Previews;
import io.parcours.wording.TemplateStates;
import io.parcours.wording.TextVersions;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What subscribers read, in the operator's own words where it has some. */
@Route(value = "admin/messages", layout = MainLayout.class)
@Menu(title = "texts.title", icon = "message-square-text", order = 84)
@RolesAllowed({"TENANT_ADMIN", "ANALYST"})
class TextsView extends Page {

    private final transient TextVersions versions;
    private final transient Previews previews;
    private final transient TemplateStates templates;
    private final TextGrid grid;
    private final TextField search = new TextField();
    private final ListDetail pages;
    private boolean ownOnly;
    private String opened = "";
    private TextPanel panel;

    TextsView(TextVersions versions, Previews previews, TemplateStates templates, Live live) {
        super("texts.title");
        this.versions = versions;
        this.previews = previews;
        this.templates = templates;
        this.grid = new TextGrid(templates);
        fillHeight();
        header().setActions(refreshTemplates());
        Div list = new Div(filters(), grid);
        list.addClassName("p-texts-list");
        pages = new ListDetail(list, new EmptyState("message-square-text", t("texts.choose"), t("texts.choose.next")));
        pages.onClose(() -> {
            opened = "";
            panel = null;
            grid.deselectAll();
        });
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.getValue() != null && !change.getValue().code().equals(opened)) {
                open(change.getValue());
            }
        });
        add(pages);
        list();
        Updates.whileShown(this, news -> live.subscribe("texts", news), this::list);
    }

    private Div filters() {
        search.setPlaceholder(t("texts.search"));
        search.setAriaLabel(t("texts.search"));
        search.setPrefixComponent(new Glyph("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> list());
        NativeButton own = new NativeButton();
        own.add(new Glyph("pencil"), new Span(t("texts.ownOnly")));
        own.addClassName("p-chip");
        own.getElement().setAttribute("aria-pressed", "false");
        own.addClickListener(click -> {
            ownOnly = !ownOnly;
            own.getElement().setAttribute("aria-pressed", String.valueOf(ownOnly));
            list();
        });
        Div filters = new Div(search, own);
        filters.addClassName("p-texts-filters");
        return filters;
    }

    private Button refreshTemplates() {
        Button refresh = new Button(t("texts.templates.refresh"), new Glyph("refresh-cw"));
        refresh.setDisableOnClick(true);
        refresh.setVisible(!templates.accounts().isEmpty());
        refresh.addClickListener(click -> {
            try {
                templates.refresh();
            } finally {
                refresh.setEnabled(true);
            }
            long failed = templates.accounts().stream()
                    .filter(account -> account.problem() != null)
                    .count();
            if (failed == 0) {
                Notices.done(t("texts.templates.refreshed"));
            } else {
                Notices.failure(t("texts.templates.failed"));
            }
            list();
            if (panel != null) {
                panel.showTemplate();
            }
        });
        return refresh;
    }

    private void open(EditableText text) {
        opened = text.code();
        panel = new TextPanel(text, versions, previews, templates, this::list);
        pages.open(panel);
    }

    /** What is chosen stays chosen, and its panel as it is. */
    private void list() {
        List<EditableText> all = versions.all();
        List<EditableText> shown = all.stream()
                .filter(this::wanted)
                .sorted(Comparator.comparing(TextWords::journey))
                .toList();
        grid.setItems(shown);
        shown.stream().filter(text -> text.code().equals(opened)).findFirst().ifPresent(grid::select);
        header().setCounts(t(
                "texts.count", all.size(), all.stream().filter(TextsView::own).count()));
    }

    private boolean wanted(EditableText text) {
        String typed = search.getValue().strip().toLowerCase(Locale.ROOT);
        return (!ownOnly || own(text))
                && (typed.isEmpty() || words(text).toLowerCase(Locale.ROOT).contains(typed));
    }

    private static String words(EditableText text) {
        StringBuilder words = new StringBuilder(text.code())
                .append('\n')
                .append(TextWords.name(text))
                .append('\n')
                .append(TextWords.journey(text));
        text.current().values().forEach(current -> words.append('\n').append(current.text()));
        return words.toString();
    }

    private static boolean own(EditableText text) {
        return text.current().values().stream().anyMatch(EditableText.Current::own);
    }
}
