package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.security.Role;
import io.parcours.security.UserAccount;
import io.parcours.security.UserAccounts;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.ListDetail;
import io.parcours.ui.frame.HomeOf;
import io.parcours.ui.frame.Keys;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** The people of the operator: who they are, what they may do, whether they can sign in. */
@Route(value = "admin/users", layout = MainLayout.class)
@Menu(title = "users.title", icon = "users", order = 80)
@RolesAllowed("TENANT_ADMIN")
@HomeOf(Role.TENANT_ADMIN)
class UsersView extends Page {

    private final transient UserAccounts accounts;
    private final UserGrid grid = new UserGrid();
    private final TextField filter = new TextField();
    private final ListDetail pages;

    UsersView(UserAccounts accounts) {
        super("users.title");
        this.accounts = accounts;
        fillHeight();
        filter.setPlaceholder(t("users.filter"));
        filter.setAriaLabel(t("users.filter"));
        filter.setPrefixComponent(new Glyph("filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        Button create = Keys.on(Keys.NEXT, new Button(t("users.new"), new Glyph("user-plus"), click -> create()));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        header().setActions(filter, create);
        pages = new ListDetail(grid, new EmptyState("users", t("users.choose"), t("users.choose.next")));
        pages.onClose(grid::deselectAll);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.getValue() != null) {
                pages.open(new UserCard(change.getValue(), accounts, this::refresh));
            }
        });
        add(pages);
        refresh();
    }

    private void create() {
        grid.deselectAll();
        pages.open(new NewUserCard(accounts, created -> {
            refresh();
            select(created);
        }));
    }

    private void refresh() {
        UserAccount chosen = grid.asSingleSelect().getValue();
        List<UserAccount> all = accounts.all();
        long locked = all.stream().filter(user -> !user.enabled()).count();
        header().setCounts(t("users.count", all.size(), locked));
        String words = filter.getValue().strip().toLowerCase(Locale.ROOT);
        grid.setItems(all.stream().filter(user -> matches(user, words)).toList());
        if (chosen != null) {
            select(chosen.username());
        }
    }

    private void select(String username) {
        grid.getListDataView()
                .getItems()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .ifPresent(grid::select);
    }

    private static boolean matches(UserAccount user, String words) {
        return (user.displayName() + " " + user.username())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }
}
