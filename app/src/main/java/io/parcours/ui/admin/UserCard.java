package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.parcours.security.UserAccount;
import io.parcours.security.UserAccounts;
import io.parcours.security.UserRefused;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.frame.Keys;
import java.time.Instant;

/** One user: their rights to change, their way in to open or close. */
class UserCard extends Card {

    private final transient UserAccount user;
    private final transient UserAccounts accounts;
    private final transient Runnable onChange;
    private final UserFields fields = new UserFields();

    UserCard(UserAccount user, UserAccounts accounts, Runnable onChange) {
        super(user.displayName());
        this.user = user;
        this.accounts = accounts;
        this.onChange = onChange;
        withTool(UserState.of(user, Instant.now()).badge());
        fields.show(user);
        Button save = Keys.on(Keys.COMPLETE, new Button(t("action.save"), click -> save()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show(fields, save, access());
    }

    private Div access() {
        Div access = new Div(new Button(t("users.reset"), new Glyph("key-round"), click -> reset()));
        if (user.lockedAt(Instant.now())) {
            access.add(new Button(
                    t("users.unlock"),
                    new Glyph("lock-open"),
                    click -> act(() -> {
                        accounts.unlock(user.id());
                        Notices.done(t("users.unlocked", user.displayName()));
                    })));
        }
        access.add(user.enabled() ? disable() : enable());
        access.addClassName("p-actions");
        return access;
    }

    private Button disable() {
        Button disable = new Button(
                t("users.disable"),
                new Glyph("ban"),
                click -> act(() -> {
                    accounts.setEnabled(user.id(), false);
                    Notices.done(
                            t("users.disabled", user.displayName()),
                            () -> act(() -> accounts.setEnabled(user.id(), true)));
                }));
        disable.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return disable;
    }

    private Button enable() {
        return new Button(
                t("users.enable"),
                new Glyph("circle-check"),
                click -> act(() -> {
                    accounts.setEnabled(user.id(), true);
                    Notices.done(t("users.enabled", user.displayName()));
                }));
    }

    private void save() {
        fields.clearErrors();
        try {
            accounts.change(user.id(), fields.name.getValue(), fields.chosenRoles(), fields.language.getValue());
            onChange.run();
            Notices.done(t("users.saved", fields.name.getValue()));
        } catch (UserRefused refused) {
            fields.object(refused);
        }
    }

    private void reset() {
        act(() -> new OneTimePasswordDialog(user.username(), accounts.resetPassword(user.id())).open());
    }

    private void act(Runnable action) {
        try {
            action.run();
            onChange.run();
        } catch (UserRefused refused) {
            Notices.failure(t(refused.textKey(), refused.values()));
        }
    }
}
