package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperatorData;
import io.parcours.operatordata.SystemState;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.Tenants;
import io.parcours.ui.casefile.OperatorValues;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.component.WideOnly;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The operator's own systems as this node sees them, what can be asked of them, and a try. */
@Route(value = "admin/systems", layout = MainLayout.class)
@Menu(title = "systems.title", icon = "settings", order = 83)
@RolesAllowed("TENANT_ADMIN")
class OperatorSystemsView extends Page {

    private final transient OperatorData data;
    private final Grid<SystemState> systems = new Grid<>();
    private final Grid<Operation> operations = new Grid<>();
    private final Div trial = new Div();

    OperatorSystemsView(OperatorData data, Tenants tenants) {
        super("systems.title");
        this.data = data;
        header().setActions(new Button(t("systems.refresh"), new Glyph("refresh-cw"), click -> refresh()));
        systems();
        operations();
        Tenant operator = tenants.current();
        operations.asSingleSelect().addValueChangeListener(change -> {
            trial.removeAll();
            if (change.getValue() != null) {
                trial.add(new OperationTrialCard(data, change.getValue(), operator, this::refresh));
            }
        });
        add(new Card(t("systems.connections"), systems), new Card(t("systems.operations"), operations), trial);
        addClassName("p-systems");
        operations.setItems(data.operations());
        refresh();
    }

    private void systems() {
        look(systems);
        systems.addColumn(SystemState::connection).setHeader(t("systems.connection"));
        var kind = systems.addColumn(SystemState::kind).setHeader(t("systems.kind"));
        systems.addComponentColumn(SystemBadge::new).setHeader(t("systems.state"));
        var since =
                systems.addColumn(RelativeTime.column(SystemState::openSince)).setHeader(t("systems.since"));
        var error = systems.addColumn(SystemErrors::lastOf).setHeader(t("systems.lastError"));
        var errorAt =
                systems.addColumn(RelativeTime.column(SystemState::lastErrorAt)).setHeader(t("systems.lastErrorAt"));
        systems.addColumn(state -> t("systems.calls.count", state.calls(), state.failures()))
                .setHeader(t("systems.calls"));
        var p95 = systems.addColumn(
                        state -> state.p95() == null ? "–" : state.p95().toMillis() + " ms")
                .setHeader(t("systems.p95"));
        WideOnly.columns(systems, List.of(kind, since, error, errorAt, p95));
        systems.setEmptyStateComponent(new EmptyState("settings", t("systems.none"), t("systems.none.next")));
    }

    private void operations() {
        look(operations);
        operations.addColumn(each -> each.label().in(OperatorValues.language())).setHeader(t("systems.operation"));
        var name = operations.addColumn(Operation::fullName).setHeader(t("systems.name"));
        operations
                .addColumn(each -> t(each.write() ? "systems.write" : "systems.read"))
                .setHeader(t("systems.does"));
        WideOnly.columns(operations, List.of(name));
        operations.setEmptyStateComponent(new EmptyState("settings", t("systems.none"), t("systems.none.next")));
    }

    private static void look(Grid<?> grid) {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setAllRowsVisible(true);
    }

    private void refresh() {
        List<SystemState> states = data.states();
        systems.setItems(states);
        long away = states.stream().filter(state -> !state.works()).count();
        header().setCounts(t("systems.count", states.size(), away));
    }
}
