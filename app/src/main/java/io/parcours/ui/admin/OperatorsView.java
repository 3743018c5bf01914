package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.security.Operators;
import io.parcours.security.Operators.Staff;
import io.parcours.security.Role;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.component.WideOnly;
import io.parcours.ui.frame.HomeOf;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** The operators of the installation, for those who run it: how many people each has, and whether somebody leads them. */
@Route(value = "admin/operators", layout = MainLayout.class)
@Menu(title = "operators.title", icon = "building-2", order = 90)
@RolesAllowed("PLATFORM_ADMIN")
@HomeOf(Role.PLATFORM_ADMIN)
class OperatorsView extends Page {

    private record Row(Tenant tenant, Staff staff) {}

    private final transient Tenants tenants;
    private final transient Operators operators;
    private final Grid<Row> grid = new Grid<>();

    OperatorsView(Tenants tenants, Operators operators) {
        super("operators.title");
        this.tenants = tenants;
        this.operators = operators;
        fillHeight();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.addColumn(who()).setHeader(t("operators.name")).setFlexGrow(3);
        var country = grid.addColumn(
                        row -> row.tenant().region() + " · " + row.tenant().currency())
                .setHeader(t("operators.country"));
        var users = grid.addColumn(row -> t(
                        "operators.users.count",
                        row.staff().users(),
                        row.staff().enabled()))
                .setHeader(t("operators.users"));
        var lastSignIn = grid.addColumn(RelativeTime.column(row -> row.staff().lastSignIn()))
                .setHeader(t("operators.lastSignIn"));
        grid.addColumn(state()).setHeader(t("operators.state")).setFlexGrow(2);
        grid.addComponentColumn(this::appoint).setWidth("64px").setFlexGrow(0);
        WideOnly.columns(grid, List.of(country, users, lastSignIn));
        grid.setEmptyStateComponent(new EmptyState("building-2", t("operators.none"), t("operators.none.next")));
        add(grid);
        refresh();
    }

    private void refresh() {
        Map<String, Staff> staff = operators.staffByTenant();
        List<Row> rows = TenantContext.callAsSystem(tenants::all).stream()
                .filter(tenant -> !tenant.id().equals(Role.PLATFORM_TENANT))
                .map(tenant -> new Row(tenant, staff.getOrDefault(tenant.id(), Staff.none(tenant.id()))))
                .toList();
        header().setCounts(t("operators.count", rows.size()));
        grid.setItems(rows);
    }

    private Button appoint(Row row) {
        Button appoint = new Button(
                new Glyph("user-plus"),
                click -> new AdministratorDialog(row.tenant(), operators, this::refresh).open());
        appoint.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        appoint.setAriaLabel(t("operators.appoint.title", row.tenant().name()));
        appoint.setTooltipText(t("operators.appoint"));
        return appoint;
    }

    private static LitRenderer<Row> who() {
        return LitRenderer.<Row>of(
                        "<span class=\"p-swatch\" style=\"background:${item.accent}\"></span>"
                                + "<span class=\"p-cell-main\">${item.name}</span> <span class=\"p-cell-note\">${item.id}</span>")
                .withProperty("accent", row -> row.tenant().accent())
                .withProperty("name", row -> row.tenant().name())
                .withProperty("id", row -> row.tenant().id());
    }

    private static LitRenderer<Row> state() {
        return LitRenderer.<Row>of("<span class=\"p-badge p-${item.led ? 'fine' : 'soon'}\">"
                        + "<vaadin-icon class=\"p-glyph\" icon=\"p:${item.led ? 'circle-check' : 'triangle-alert'}\">"
                        + "</vaadin-icon><span>${item.word}</span></span>")
                .withProperty("led", row -> row.staff().administrators() > 0)
                .withProperty(
                        "word",
                        row -> t(row.staff().administrators() > 0 ? "operators.state.led" : "operators.state.alone"));
    }
}
