package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.parcours.security.NewUser;
import io.parcours.security.UserAccounts;
import io.parcours.security.UserRefused;
import io.parcours.ui.component.Card;
import io.parcours.ui.frame.Keys;
import java.util.function.Consumer;

/** Creates a user. */
class NewUserCard extends Card {

    private final transient UserAccounts accounts;
    private final transient Consumer<String> onCreated;
    private final UserFields fields = new UserFields();

    NewUserCard(UserAccounts accounts, Consumer<String> onCreated) {
        super(t("users.new"));
        this.accounts = accounts;
        this.onCreated = onCreated;
        Button create = Keys.on(Keys.COMPLETE, new Button(t("users.create"), click -> create()));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setDisableOnClick(true);
        show(fields, create);
        create.addClickListener(click -> create.setEnabled(true));
        fields.username.focus();
    }

    private void create() {
        fields.clearErrors();
        NewUser user = new NewUser(
                fields.username.getValue(), fields.name.getValue(), fields.chosenRoles(), fields.language.getValue());
        try {
            String password = accounts.create(user);
            onCreated.accept(user.username());
            new OneTimePasswordDialog(user.username(), password).open();
        } catch (UserRefused refused) {
            fields.object(refused);
        }
    }
}
