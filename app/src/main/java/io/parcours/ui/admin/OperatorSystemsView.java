package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountSetUp;
import io.parcours.account.SystemAccounts;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperatorData;
import io.parcours.operatordata.SystemState;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.Tenants;
import io.parcours.ui.casefile.OperatorValues;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.WideOnly;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;

/** The operator's own systems as this node sees them, to be set up and changed; what can be asked of them, and a try. */
@Route(value = "admin/systems", layout = MainLayout.class)
@Menu(title = "systems.title", icon = "settings", order = 83)
@RolesAllowed("TENANT_ADMIN")
class OperatorSystemsView extends Page {

    private final transient OperatorData data;
    private final transient SystemAccounts accounts;
    private final SystemGrid systems = new SystemGrid();
    private final Grid<Operation> operations = new Grid<>();
    private final Div chosen = new Div();
    private final Div trial = new Div();

    OperatorSystemsView(OperatorData data, SystemAccounts accounts, Tenants tenants) {
        super("systems.title");
        this.data = data;
        this.accounts = accounts;
        Button add = new Button(t("systems.add"), new Glyph("plus"), click -> begin());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        header().setActions(new Button(t("systems.refresh"), new Glyph("refresh-cw"), click -> refresh()), add);
        systems.asSingleSelect().addValueChangeListener(change -> {
            if (change.getValue() != null) {
                show(change.getValue().account());
            }
        });
        operations();
        Tenant operator = tenants.current();
        operations.asSingleSelect().addValueChangeListener(change -> {
            trial.removeAll();
            if (change.getValue() != null) {
                trial.add(new OperationTrialCard(data, change.getValue(), operator, this::refresh));
            }
        });
        add(new Card(t("systems.connections"), systems), chosen);
        add(new Card(t("systems.operations"), operations), trial);
        addClassName("p-systems");
        operations.setItems(data.operations());
        refresh();
    }

    private void begin() {
        systems.deselectAll();
        show(AccountCard.blank(AccountKind.SYSTEM));
    }

    private void show(AccountSetUp account) {
        chosen.removeAll();
        chosen.add(new AccountCard(account, accounts, (channel, name) -> changed(name)));
    }

    /** Its operations are others now. */
    private void changed(String name) {
        chosen.removeAll();
        operations.setItems(data.operations());
        refresh();
        systems.getListDataView()
                .getItems()
                .filter(row -> row.account().own() && row.name().equals(name))
                .findFirst()
                .ifPresent(systems::select);
    }

    private void operations() {
        operations.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        operations.setAllRowsVisible(true);
        operations.addColumn(each -> each.label().in(OperatorValues.language())).setHeader(t("systems.operation"));
        var name = operations.addColumn(Operation::fullName).setHeader(t("systems.name"));
        operations
                .addColumn(each -> t(each.write() ? "systems.write" : "systems.read"))
                .setHeader(t("systems.does"));
        WideOnly.columns(operations, List.of(name));
        operations.setEmptyStateComponent(new EmptyState("settings", t("systems.none"), t("systems.none.next")));
    }

    private void refresh() {
        List<SystemState> states = data.states();
        List<SystemRow> rows = accounts.all().stream()
                .map(account -> SystemRow.of(account, states))
                .sorted(Comparator.comparing(SystemRow::name))
                .toList();
        systems.setItems(rows);
        long away = rows.stream().filter(row -> !row.works()).count();
        header().setCounts(t("systems.count", rows.size(), away));
    }
}
