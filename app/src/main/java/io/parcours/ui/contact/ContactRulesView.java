package io.parcours.ui.contact;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.decisions.ContactPermission;
import io.parcours.engine.Model;
import io.parcours.engine.Models;
import io.parcours.permission.HeldBack;
import io.parcours.permission.Refusals;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.tenant.Tenants;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.DmnDiagram;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** When customers may be contacted: the rules in force, a try, and what they held back. */
@Route(value = "admin/contact", layout = MainLayout.class)
@Menu(title = "contact.title", icon = "ban", order = 86)
@RolesAllowed({"TENANT_ADMIN", "ANALYST"})
class ContactRulesView extends Page {

    private static final int SHOWN = 100;

    ContactRulesView(ContactPermission decision, Models models, Refusals refusals, Tenants tenants, Clock clock) {
        super("contact.title");
        addClassName("p-contact");
        Map<String, Integer> counts = refusals.counts();
        header().setCounts(t(
                "contact.count",
                counts.values().stream().mapToInt(Integer::intValue).sum()));
        ZoneId zone = ZoneId.of(tenants.current().zone());
        Div above = new Div(new ContactTrialCard(decision, clock, zone), reasons(counts));
        above.addClassName("p-contact-above");
        add(above, rules(models), latest(refusals.latest(SHOWN)));
    }

    private static Card reasons(Map<String, Integer> counts) {
        Card card = new Card(t("contact.reasons"));
        if (counts.isEmpty()) {
            card.show(new EmptyState("circle-check", t("contact.none"), t("contact.none.next")));
            return card;
        }
        Grid<Map.Entry<String, Integer>> grid = new Grid<>();
        look(grid);
        grid.addColumn(entry -> reason(entry.getKey()))
                .setHeader(t("contact.reason"))
                .setFlexGrow(3);
        grid.addColumn(Map.Entry::getValue).setHeader(t("contact.contacts")).setFlexGrow(1);
        grid.setItems(counts.entrySet());
        card.show(grid);
        return card;
    }

    /** The operator's own version where it has one, as everywhere; drawn as the analysts know it. */
    private static Card rules(Models models) {
        Card card = new Card(t("contact.rules"));
        DmnDiagram drawn = new DmnDiagram();
        drawn.addClassName("p-contact-table");
        Model inForce = models.all().stream()
                .filter(model -> model.kind().equals("dmn") && model.key().equals(ContactPermission.DECISION))
                .findFirst()
                .orElseThrow();
        drawn.setXml(models.source(inForce.id()));
        Paragraph version = new Paragraph(
                t(inForce.own() ? "contact.version.own" : "contact.version.shared", inForce.version()) + " ");
        if (ParcoursUser.current().stream().anyMatch(user -> user.roles().contains(Role.ANALYST))) {
            version.add(new Anchor("studio", t("contact.change")));
        } else {
            version.add(t("contact.change.by"));
        }
        card.show(version, drawn);
        return card;
    }

    private static Card latest(List<HeldBack> held) {
        Card card = new Card(t("contact.latest"));
        if (held.isEmpty()) {
            card.show(new EmptyState("message-square", t("contact.none"), t("contact.none.next")));
            return card;
        }
        Grid<HeldBack> grid = new Grid<>();
        look(grid);
        grid.addColumn(RelativeTime.column(HeldBack::at)).setHeader(t("contact.when"));
        grid.addColumn(each -> Labels.channel(each.channel())).setHeader(t("contact.channel"));
        grid.addColumn(each ->
                        each.purpose() == null ? "–" : Labels.of("contact.purpose." + each.purpose(), each.purpose()))
                .setHeader(t("contact.purpose"));
        grid.addColumn(each -> reason(each.reason()))
                .setHeader(t("contact.reason"))
                .setFlexGrow(2);
        grid.addColumn(each -> each.caseNumber() == null ? "–" : each.caseNumber())
                .setHeader(t("contact.case"));
        grid.setItems(held);
        card.show(grid);
        return card;
    }

    /** An operator's own rules may name reasons of their own: they stand there as they are. */
    static String reason(String code) {
        return Labels.of("contact.reason." + code, code);
    }

    private static void look(Grid<?> grid) {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
    }
}
