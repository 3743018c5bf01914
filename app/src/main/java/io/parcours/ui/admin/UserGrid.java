package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.security.UserAccount;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.component.WideOnly;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The list of users: who first, whether they can sign in last. */
class UserGrid extends Grid<UserAccount> {

    UserGrid() {
        super(UserAccount.class, false);
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSizeFull();
        addColumn(who()).setHeader(t("users.name")).setFlexGrow(5).setComparator(UserAccount::displayName);
        addColumn(UserGrid::roles).setHeader(t("users.roles")).setFlexGrow(3).setTooltipGenerator(UserGrid::roles);
        Column<UserAccount> lastLogin = addColumn(RelativeTime.column(UserAccount::lastLoginAt))
                .setHeader(t("users.lastLogin"))
                .setFlexGrow(2)
                .setComparator(Comparator.comparing(
                        UserAccount::lastLoginAt, Comparator.nullsFirst(Comparator.naturalOrder())));
        addColumn(state()).setHeader(t("users.state")).setWidth("120px").setFlexGrow(0);
        WideOnly.columns(this, List.of(lastLogin));
        setEmptyStateComponent(new EmptyState("search", t("users.none"), t("users.none.next")));
    }

    private static LitRenderer<UserAccount> who() {
        return LitRenderer.<UserAccount>of("<span class=\"p-cell-main\">${item.name}</span>"
                        + " <span class=\"p-cell-note\">${item.username}</span>")
                .withProperty("name", UserAccount::displayName)
                .withProperty("username", UserAccount::username);
    }

    private static String roles(UserAccount user) {
        return user.roles().stream().sorted().map(role -> t(role.textKey())).collect(Collectors.joining(", "));
    }

    private static LitRenderer<UserAccount> state() {
        return LitRenderer.<UserAccount>of("<span class=\"p-badge p-${item.tone}\">"
                        + "<vaadin-icon class=\"p-glyph\" icon=\"p:${item.icon}\"></vaadin-icon>"
                        + "<span>${item.word}</span></span>")
                .withProperty("tone", user -> UserState.of(user, Instant.now()).tone())
                .withProperty("icon", user -> UserState.of(user, Instant.now()).icon())
                .withProperty(
                        "word", user -> t(UserState.of(user, Instant.now()).textKey()));
    }
}
