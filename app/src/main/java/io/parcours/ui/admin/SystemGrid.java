package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.parcours.operatordata.SystemState;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.component.WideOnly;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The systems, each with its state in a word and how its calls went on this node. */
class SystemGrid extends Grid<SystemRow> {

    SystemGrid() {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setAllRowsVisible(true);
        addColumn(who()).setHeader(t("systems.connection")).setFlexGrow(2);
        var kind = addColumn(figure(SystemState::kind)).setHeader(t("systems.kind"));
        addComponentColumn(row -> new SystemBadge(row.state())).setHeader(t("systems.state"));
        var since =
                addColumn(RelativeTime.column(moment(SystemState::openSince))).setHeader(t("systems.since"));
        var error = addColumn(figure(SystemErrors::lastOf)).setHeader(t("systems.lastError"));
        var errorAt =
                addColumn(RelativeTime.column(moment(SystemState::lastErrorAt))).setHeader(t("systems.lastErrorAt"));
        addColumn(figure(state -> t("systems.calls.count", state.calls(), state.failures())))
                .setHeader(t("systems.calls"));
        var p95 = addColumn(
                        figure(state -> state.p95() == null ? "–" : state.p95().toMillis() + " ms"))
                .setHeader(t("systems.p95"));
        WideOnly.columns(this, List.of(kind, since, error, errorAt, p95));
        setEmptyStateComponent(new EmptyState("settings", t("systems.none"), t("systems.none.next")));
    }

    private static LitRenderer<SystemRow> who() {
        return LitRenderer.<SystemRow>of("<span class=\"p-cell-main\">${item.name}</span> "
                        + "<span class=\"p-cell-note\">${item.origin}</span>")
                .withProperty("name", SystemRow::name)
                .withProperty("origin", row -> row.account().own() ? "" : t("systems.configured"));
    }

    /** A dash where it is not at work. */
    private static ValueProvider<SystemRow, String> figure(Function<SystemState, String> figure) {
        return row -> row.figures().map(figure).orElse("–");
    }

    private static ValueProvider<SystemRow, Instant> moment(Function<SystemState, Instant> moment) {
        return row -> row.figures().map(moment).orElse(null);
    }
}
