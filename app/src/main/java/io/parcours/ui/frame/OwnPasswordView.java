package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Passwords;
import io.parcours.security.UserAccounts;
import io.parcours.security.UserRefused;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Notices;
import jakarta.annotation.security.PermitAll;

/** Where a person chooses their password. */
@Route(value = "password", layout = MainLayout.class)
@PermitAll
class OwnPasswordView extends Page {

    private final transient UserAccounts accounts;
    private final PasswordField current = new PasswordField(t("password.current"));
    private final PasswordField wished = new PasswordField(t("password.new"));
    private final PasswordField again = new PasswordField(t("password.again"));

    OwnPasswordView(UserAccounts accounts) {
        super("password.title");
        this.accounts = accounts;
        current.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.CURRENT_PASSWORD);
        wished.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        again.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        wished.setHelperText(t("password.help", Passwords.MIN_LENGTH));
        Button save = Keys.on(Keys.COMPLETE, new Button(t("password.save"), click -> save()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Card card = new Card(null, current, wished, again, save);
        card.addClassName("p-narrow");
        if (ParcoursUser.current().filter(ParcoursUser::mustChangePassword).isPresent()) {
            card.body().addComponentAsFirst(new Paragraph(t("password.mustChange")));
        }
        add(card);
    }

    private void save() {
        again.setInvalid(false);
        if (!wished.getValue().equals(again.getValue())) {
            again.setErrorMessage(t("password.refused.different"));
            again.setInvalid(true);
            return;
        }
        try {
            accounts.changeOwnPassword(current.getValue(), wished.getValue());
            OwnPasswordFirst.chosen();
            UI.getCurrent().navigate(HomeView.class);
            Notices.done(t("password.saved"));
        } catch (UserRefused refused) {
            PasswordField where = refused.textKey().equals("password.refused.current") ? current : wished;
            where.setErrorMessage(t(refused.textKey(), refused.values()));
            where.setInvalid(true);
        }
    }
}
