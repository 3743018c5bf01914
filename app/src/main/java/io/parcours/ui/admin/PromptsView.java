package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.prompt.RecordedPrompts;
import io.parcours.prompt.SpokenText;
import io.parcours.prompt.SpokenText.State;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.ListDetail;
import io.parcours.ui.component.WideOnly;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What is said by telephone, and how in each language: recorded, by a machine, or not at all (annonces vocales). */
@Route(value = "admin/prompts", layout = MainLayout.class)
@Menu(title = "prompts.title", icon = "phone", order = 85)
@RolesAllowed("TENANT_ADMIN")
class PromptsView extends Page {

    private final transient RecordedPrompts prompts;
    private final Grid<SpokenText> grid = new Grid<>();
    private final ListDetail pages;

    PromptsView(RecordedPrompts prompts) {
        super("prompts.title");
        this.prompts = prompts;
        fillHeight();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.addColumn(LitRenderer.<SpokenText>of(
                                "<div class=\"p-row-card\"><div class=\"p-cell-main\">${item.name}</div>"
                                        + "<div class=\"p-cell-note p-row-subject\">${item.words}</div></div>")
                        .withProperty("name", text -> Labels.text(text.code()))
                        .withProperty("words", SpokenText::words))
                .setHeader(t("prompts.text"))
                .setFlexGrow(4);
        WideOnly.columns(
                grid,
                List.of(grid.addComponentColumn(PromptStates::brief)
                        .setHeader(t("prompts.languages"))
                        .setWidth("256px")
                        .setFlexGrow(0)));
        pages = new ListDetail(grid, new EmptyState("phone", t("prompts.choose"), t("prompts.choose.next")));
        pages.onClose(grid::deselectAll);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.getValue() != null) {
                pages.open(new PromptCard(change.getValue(), prompts, this::changed));
            }
        });
        add(pages);
        refresh();
    }

    private void changed(String code) {
        refresh();
        grid.getListDataView()
                .getItems()
                .filter(text -> text.code().equals(code))
                .findFirst()
                .ifPresent(grid::select);
    }

    private void refresh() {
        List<SpokenText> all = prompts.texts();
        long missing = all.stream()
                .flatMap(text -> text.states().values().stream())
                .filter(State.MISSING::equals)
                .count();
        header().setCounts(t("prompts.count", all.size(), missing));
        grid.setItems(all);
    }
}
