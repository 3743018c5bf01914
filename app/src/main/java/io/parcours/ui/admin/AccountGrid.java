package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.account.AccountSetUp;
import io.parcours.conversation.AccountState;
import io.parcours.ui.admin.AccountBadge.Condition;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.component.WideOnly;
import java.util.List;

/** The accounts, each with its state in a word and since when. */
class AccountGrid extends Grid<AccountSetUp> {

    AccountGrid() {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSizeFull();
        addColumn(who()).setHeader(t("accounts.account")).setFlexGrow(2);
        addComponentColumn(account -> new AccountBadge(Condition.of(account)))
                .setHeader(t("accounts.state"))
                .setFlexGrow(2);
        var since = addColumn(RelativeTime.column(
                        account -> account.state().map(AccountState::since).orElse(null)))
                .setHeader(t("accounts.since"));
        WideOnly.columns(this, List.of(since));
        setEmptyStateComponent(new EmptyState("signal", t("accounts.none"), t("accounts.none.next")));
    }

    private static LitRenderer<AccountSetUp> who() {
        return LitRenderer.<AccountSetUp>of("<span class=\"p-cell-main\">${item.channel}</span> "
                        + "<span class=\"p-cell-note\">${item.name}</span>")
                .withProperty("channel", account -> Labels.channel(account.channel()))
                .withProperty("name", AccountSetUp::name);
    }
}
