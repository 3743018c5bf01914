package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.security.Role;
import io.parcours.security.UserAccount;
import io.parcours.security.UserRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The fields of a user; what the rules refuse shows at the field it concerns. */
class UserFields extends Div {

    private static final List<Role> OFFERED = Arrays.stream(Role.values())
            .filter(role -> role != Role.PLATFORM_ADMIN)
            .toList();

    final TextField username = new TextField(t("users.username"));
    final TextField name = new TextField(t("users.displayName"));
    final CheckboxGroup<Role> roles = new CheckboxGroup<>(t("users.roles"));
    final RadioButtonGroup<String> language = new RadioButtonGroup<>(t("users.language"));

    UserFields() {
        addClassName("p-fields");
        username.setHelperText(t("users.username.help"));
        username.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        name.setRequiredIndicatorVisible(true);
        username.setRequiredIndicatorVisible(true);
        roles.setItems(OFFERED);
        roles.setItemLabelGenerator(role -> t(role.textKey()));
        roles.setItemHelperGenerator(role -> t(role.textKey() + ".help"));
        language.setItems("fr", "en");
        language.setItemLabelGenerator(code -> t("language." + code));
        language.setValue("fr");
        add(username, name, roles, language);
    }

    void show(UserAccount user) {
        username.setValue(user.username());
        username.setReadOnly(true);
        username.setHelperText(null);
        name.setValue(user.displayName());
        roles.setValue(user.roles());
        language.setValue(user.language());
    }

    Set<Role> chosenRoles() {
        return Set.copyOf(roles.getValue());
    }

    void clearErrors() {
        username.setInvalid(false);
        name.setInvalid(false);
        roles.setInvalid(false);
    }

    void object(UserRefused refused) {
        String sentence = t(refused.textKey(), refused.values());
        switch (refused.textKey()) {
            case "user.refused.username", "user.refused.taken" -> {
                username.setErrorMessage(sentence);
                username.setInvalid(true);
                username.focus();
            }
            case "user.refused.name" -> {
                name.setErrorMessage(sentence);
                name.setInvalid(true);
                name.focus();
            }
            default -> {
                roles.setErrorMessage(sentence);
                roles.setInvalid(true);
            }
        }
    }
}
