package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.account.AccountSetUp;
import io.parcours.account.ChannelAccounts;
import io.parcours.ui.admin.AccountBadge.Condition;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.ListDetail;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The accounts by which the operator speaks with the outside: what each is, and whether it works. */
@Route(value = "admin/accounts", layout = MainLayout.class)
@Menu(title = "accounts.title", icon = "signal", order = 82)
@RolesAllowed("TENANT_ADMIN")
class AccountsView extends Page {

    private final transient ChannelAccounts accounts;
    private final AccountGrid grid = new AccountGrid();
    private final ListDetail pages;

    AccountsView(ChannelAccounts accounts) {
        super("accounts.title");
        this.accounts = accounts;
        fillHeight();
        Button refresh = new Button(t("accounts.refresh"), new Glyph("refresh-cw"), click -> refresh());
        header().setActions(refresh, create());
        pages = new ListDetail(grid, new EmptyState("signal", t("accounts.choose"), t("accounts.choose.next")));
        pages.onClose(grid::deselectAll);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.getValue() != null) {
                pages.open(new AccountCard(change.getValue(), accounts, this::changed));
            }
        });
        add(pages);
        refresh();
    }

    private Button create() {
        Button create = new Button(t("accounts.new"), new Glyph("plus"));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ContextMenu channels = new ContextMenu(create);
        channels.setOpenOnClick(true);
        accounts.kinds().forEach(channel -> channels.addItem(Labels.channel(channel), click -> begin(channel)));
        return create;
    }

    /** Begins an account of that channel. */
    void begin(String channel) {
        grid.deselectAll();
        pages.open(new AccountCard(AccountCard.blank(channel), accounts, this::changed));
    }

    private void changed(String channel, String name) {
        refresh();
        grid.getListDataView()
                .getItems()
                .filter(account ->
                        account.channel().equals(channel) && account.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        grid::select,
                        () -> pages.open(new EmptyState("signal", t("accounts.choose"), t("accounts.choose.next"))));
    }

    private void refresh() {
        List<AccountSetUp> all = accounts.all();
        long down = all.stream()
                .filter(account -> Condition.of(account) != Condition.WORKS)
                .count();
        header().setCounts(t("accounts.count", all.size(), down));
        grid.setItems(all);
    }
}
