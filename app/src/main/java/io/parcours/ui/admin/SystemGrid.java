package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.parcours.operatordata.SystemState;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.WideOnly;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The systems, each with its state in a word and how its calls went on this node. */
class SystemGrid extends Grid<SystemRow> {

    private static final String NOTHING = "–";

    SystemGrid() {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setAllRowsVisible(true);
        wide(addColumn(who()), "150px", 2).setHeader(t("systems.connection"));
        var kind = wide(addColumn(figure(SystemState::kind)), "72px", 0).setHeader(t("systems.kind"));
        // As much as the longest state needs: a badge does not wrap.
        wide(addComponentColumn(row -> SystemBadge.of(row.state())), "168px", 0).setHeader(t("systems.state"));
        var since = wide(addColumn(moment(SystemState::openSince)), "116px", 0).setHeader(t("systems.since"));
        var error = wide(addColumn(lastError()), "190px", 3).setHeader(t("systems.lastError"));
        var calls = wide(
                        addColumn(figure(state -> t("systems.calls.count", state.calls(), state.failures()))),
                        "150px",
                        1)
                .setHeader(t("systems.calls"));
        var p95 = wide(
                        addColumn(figure(state ->
                                state.p95() == null ? NOTHING : state.p95().toMillis() + " ms")),
                        "84px",
                        0)
                .setHeader(t("systems.p95"));
        WideOnly.columns(this, List.of(kind, since, error, calls, p95));
        setEmptyStateComponent(new EmptyState("settings", t("systems.none"), t("systems.none.next")));
    }

    private static Column<SystemRow> wide(Column<SystemRow> column, String width, int grows) {
        return column.setWidth(width).setFlexGrow(grows);
    }

    private static LitRenderer<SystemRow> who() {
        return LitRenderer.<SystemRow>of("<div class=\"p-row-card\"><div class=\"p-cell-main\">${item.name}</div>"
                        + "${item.origin ? html`<div class=\"p-cell-note\">${item.origin}</div>` : ''}</div>")
                .withProperty("name", SystemRow::name)
                .withProperty("origin", row -> row.account().own() ? "" : t("systems.configured"));
    }

    /** In words, and below when it was. */
    private static LitRenderer<SystemRow> lastError() {
        return LitRenderer.<SystemRow>of("${item.at ? html`<div class=\"p-row-card\"><div>${item.words}</div>"
                        + "<div class=\"p-cell-note\"><parcours-time .at=\"${item.at}\"></parcours-time></div></div>`"
                        + " : item.words}")
                .withProperty("words", figure(SystemErrors::lastOf))
                .withProperty("at", row -> at(row, SystemState::lastErrorAt));
    }

    /** A dash where it is not at work. */
    private static ValueProvider<SystemRow, String> figure(Function<SystemState, String> figure) {
        return row -> row.figures().map(figure).orElse(NOTHING);
    }

    /** A dash where there was none. */
    private static LitRenderer<SystemRow> moment(Function<SystemState, Instant> moment) {
        return LitRenderer.<SystemRow>of(
                        "${item.at ? html`<parcours-time .at=\"${item.at}\"></parcours-time>` : '" + NOTHING + "'}")
                .withProperty("at", row -> at(row, moment));
    }

    private static String at(SystemRow row, Function<SystemState, Instant> moment) {
        return row.figures().map(moment).map(Instant::toString).orElse(null);
    }
}
