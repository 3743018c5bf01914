package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.account.AccountField;
import io.parcours.account.AccountRefused;
import io.parcours.account.AccountSetUp;
import io.parcours.ui.component.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that a kind of account asks for. A secret is never shown: one that is kept says so, and stays where it is left empty. */
class AccountFields extends Div {

    private final TextField name = new TextField(t("accounts.name"));
    private final Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();
    private final Span wrong = new Span();

    AccountFields(AccountSetUp account, List<AccountField> asked) {
        addClassName("p-fields");
        name.setValue(account.name());
        name.setReadOnly(!account.name().isEmpty());
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(account.name().isEmpty() ? t("accounts.name.help") : null);
        wrong.addClassName("p-field-error");
        wrong.setVisible(false);
        add(name);
        asked.forEach(field -> {
            AbstractField<?, String> shown = field.secret()
                    ? secret(field, account.secrets().contains(field.name()))
                    : text(field, account.settings().get(field.name()));
            fields.put(field.name(), shown);
            add(shown);
        });
        add(wrong);
    }

    String name() {
        return name.getValue().strip();
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((field, shown) -> values.put(field, shown.getValue()));
        return values;
    }

    void clearErrors() {
        name.setInvalid(false);
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        wrong.setVisible(false);
    }

    /** Says it at the field where it belongs to one. */
    void object(AccountRefused refused) {
        switch (refused.reason()) {
            case NAME -> at(name, t("accounts.refused.NAME"));
            case MISSING -> at(field(refused), t("accounts.refused.MISSING"));
            default -> {
                String words = refused.problem().map(Words::t).orElse(refused.getMessage());
                if (refused.field().isPresent()) {
                    at(field(refused), words);
                } else {
                    wrong.setText(t("accounts.refused." + refused.reason(), words));
                    wrong.setVisible(true);
                }
            }
        }
    }

    private HasValidation field(AccountRefused refused) {
        return (HasValidation) fields.get(refused.field().orElseThrow());
    }

    private static void at(HasValidation field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    private static TextField text(AccountField field, String value) {
        TextField text = new TextField(t("accounts.field." + field.name()));
        text.setPlaceholder(field.example());
        text.setRequiredIndicatorVisible(field.required());
        text.setValue(value == null ? "" : value);
        return text;
    }

    private static PasswordField secret(AccountField field, boolean kept) {
        PasswordField secret = new PasswordField(t("accounts.field." + field.name()));
        secret.setRevealButtonVisible(false);
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        secret.setRequiredIndicatorVisible(field.required() && !kept);
        secret.setPlaceholder(kept ? t("accounts.secret.kept") : "");
        return secret;
    }
}
