package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.account.AccountSetUp;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Problem;
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
        addColumn(state()).setHeader(t("accounts.state")).setFlexGrow(2);
        var since = addColumn(RelativeTime.column(
                        account -> account.state().map(AccountState::soSince).orElse(null)))
                .setHeader(t("accounts.since"));
        WideOnly.columns(this, List.of(since));
        setEmptyStateComponent(new EmptyState("signal", t("accounts.none"), t("accounts.none.next")));
    }

    /** Whether it sends and is read. */
    static boolean sound(AccountSetUp account) {
        return account.state().filter(AccountState::sound).isPresent();
    }

    /** Its state in a word; of one that sends and is not read, that it receives nothing. */
    static String word(AccountSetUp account) {
        boolean works = account.state().filter(AccountState::works).isPresent();
        return t(sound(account) ? "accounts.works" : works ? "accounts.deaf" : "accounts.down");
    }

    /** All that is wrong. */
    static List<Problem> problems(AccountSetUp account) {
        return account.state().map(AccountState::problems).orElse(List.of());
    }

    private static LitRenderer<AccountSetUp> who() {
        return LitRenderer.<AccountSetUp>of("<span class=\"p-cell-main\">${item.channel}</span> "
                        + "<span class=\"p-cell-note\">${item.name}</span>")
                .withProperty("channel", account -> Labels.channel(account.channel()))
                .withProperty("name", AccountSetUp::name);
    }

    private static LitRenderer<AccountSetUp> state() {
        return LitRenderer.<AccountSetUp>of("<span class=\"p-badge p-${item.sound ? 'fine' : 'late'}\">"
                        + "<vaadin-icon class=\"p-glyph\" icon=\"p:${item.sound ? 'circle-check' : 'octagon-alert'}\">"
                        + "</vaadin-icon><span>${item.word}</span></span>")
                .withProperty("sound", AccountGrid::sound)
                .withProperty("word", AccountGrid::word);
    }
}
