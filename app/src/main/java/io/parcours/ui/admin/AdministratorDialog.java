package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.parcours.security.Operators;
import io.parcours.security.UserRefused;
import io.parcours.tenant.Tenant;
import io.parcours.ui.frame.Keys;

/** Appoints the administrator of an operator, who then creates its other users. */
class AdministratorDialog extends Dialog {

    private final UserFields fields = new UserFields();

    AdministratorDialog(Tenant tenant, Operators operators, Runnable onCreated) {
        setHeaderTitle(t("operators.appoint.title", tenant.name()));
        fields.roles.setVisible(false);
        add(new Paragraph(t("operators.appoint.intro")), fields);
        Button create =
                Keys.on(Keys.COMPLETE, new Button(t("users.create"), click -> create(tenant, operators, onCreated)));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(t("action.cancel"), click -> close()), create);
    }

    private void create(Tenant tenant, Operators operators, Runnable onCreated) {
        fields.clearErrors();
        try {
            String username = fields.username.getValue();
            String password = operators.createAdministrator(
                    tenant.id(), username, fields.name.getValue(), fields.language.getValue());
            close();
            onCreated.run();
            new OneTimePasswordDialog(username, password).open();
        } catch (UserRefused refused) {
            fields.object(refused);
        }
    }
}
