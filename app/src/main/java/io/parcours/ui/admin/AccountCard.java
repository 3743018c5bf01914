package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.parcours.account.AccountRefused;
import io.parcours.account.AccountSetUp;
import io.parcours.account.Accounts;
import io.parcours.conversation.Problem;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.admin.AccountBadge.Condition;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.component.Words;
import io.parcours.ui.frame.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** One account: its fields, whether the provider takes it, and away with it. */
class AccountCard extends Card {

    private final transient AccountSetUp account;
    private final transient Accounts accounts;
    private final transient BiConsumer<String, String> onChange;
    private final transient AccountWords words;
    private final AccountFields fields;
    private final Div answer = new Div();

    /** @param onChange told the channel and the name of the account that was saved or is gone */
    AccountCard(AccountSetUp account, Accounts accounts, BiConsumer<String, String> onChange) {
        super(
                account.name().isEmpty()
                        ? new AccountWords(account.channel()).say("new.title", Labels.channel(account.channel()))
                        : Labels.channel(account.channel()) + " · " + account.name());
        this.account = account;
        this.words = new AccountWords(account.channel());
        this.accounts = accounts;
        this.onChange = onChange;
        this.fields = new AccountFields(
                account, accounts.kinds().contains(account.channel()) ? accounts.fields(account.channel()) : List.of());
        answer.addClassName("p-account-answer");
        answer.getElement().setAttribute("role", "status");
        if (!account.name().isEmpty()) {
            trouble(account).ifPresent(trouble -> answer.add(said(Condition.of(account), trouble)));
        }
        if (account.own()) {
            show(fields, answer, actions());
            if (account.name().isEmpty()) {
                fields.begin();
            }
        } else {
            show(new Paragraph(words.say("configured")), answer);
        }
    }

    /** One that is to be made. */
    static AccountSetUp blank(String channel) {
        return new AccountSetUp(channel, "", Map.of(), Set.of(), true, Optional.empty());
    }

    private static Optional<String> trouble(AccountSetUp account) {
        return account.state()
                .map(state -> Optional.ofNullable(state.trouble()).map(Words::t))
                .orElseGet(() -> Optional.of(t("accounts.notAtWork")));
    }

    private Div actions() {
        Button save = Keys.on(Keys.COMPLETE, new Button(t("action.save"), click -> save()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save.setEnabled(true));
        Button test = new Button(t("accounts.test"), new Glyph("refresh-cw"), click -> test());
        test.setDisableOnClick(true);
        test.addClickListener(click -> test.setEnabled(true));
        Div actions = new Div(save, test);
        if (!account.name().isEmpty()) {
            Button remove = new Button(t("accounts.remove"), new Glyph("ban"), click -> remove());
            remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
            actions.add(remove);
        }
        actions.addClassName("p-actions");
        return actions;
    }

    private void save() {
        act(() -> {
            accounts.save(account.channel(), fields.name(), fields.values(), user());
            Notices.done(words.say("saved", fields.name()));
            onChange.accept(account.channel(), fields.name());
        });
    }

    private void test() {
        act(() -> {
            Optional<Problem> problem = accounts.test(account.channel(), fields.name(), fields.values());
            answer.removeAll();
            answer.add(said(
                    problem.isEmpty() ? Condition.WORKS : Condition.DOWN,
                    problem.map(Words::t).orElse(words.say("test.fine"))));
        });
    }

    /** Undone by saving it again as it is still in the fields, secrets aside: so it asks for a second click. */
    private void remove() {
        Button really = new Button(
                t("accounts.remove.really"),
                click -> act(() -> {
                    accounts.remove(account.channel(), account.name());
                    Notices.done(words.say("removed", account.name()));
                    onChange.accept(account.channel(), account.name());
                }));
        really.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
        answer.removeAll();
        answer.add(new Paragraph(words.say("remove.what")), really);
    }

    private void act(Runnable action) {
        fields.clearErrors();
        try {
            action.run();
        } catch (AccountRefused refused) {
            fields.object(refused);
        }
    }

    private static Div said(Condition condition, String words) {
        return new Div(new AccountBadge(condition), new Span(words));
    }

    private static String user() {
        return ParcoursUser.current().map(ParcoursUser::username).orElseThrow();
    }
}
