package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
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
import java.util.stream.Stream;

/** The fields that a kind of account asks for. A secret is never shown: one that is kept says so, and stays where it is left empty. */
class AccountFields extends Div {

    /** No line of a form is longer, however wide the screen. */
    static final String LEGIBLE = "640px";

    /** The field that a problem of the name itself is said at. */
    private static final String NAME = "name";

    private final transient AccountWords words;
    private final TextField name = new TextField();
    private final Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();
    private final Span wrong = new Span();

    AccountFields(AccountSetUp account, List<AccountField> asked) {
        addClassName("p-fields");
        setMaxWidth(LEGIBLE);
        words = new AccountWords(account.channel());
        name.setLabel(words.say("name"));
        name.setValue(account.name());
        name.setReadOnly(!account.name().isEmpty());
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(account.name().isEmpty() ? words.say("name.help") : null);
        wrong.addClassName("p-field-error");
        wrong.setVisible(false);
        add(name);
        asked.forEach(field -> {
            AbstractField<?, String> shown = shown(field, account);
            fields.put(field.name(), shown);
            add(shown);
        });
        add(wrong);
    }

    /** Where somebody begins who makes a new account. */
    void begin() {
        name.focus();
    }

    String name() {
        return name.getValue().strip();
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((field, shown) -> values.put(field, shown.getValue() == null ? "" : shown.getValue()));
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
            case NAME -> at(name, words.say("refused.NAME"));
            case MISSING -> at(field(refused), t("accounts.refused.MISSING"));
            default -> {
                String why = refused.problem().map(Words::t).orElse(refused.getMessage());
                if (refused.field().isPresent()) {
                    at(field(refused), why);
                } else {
                    wrong.setText(words.say("refused." + refused.reason(), why));
                    wrong.setVisible(true);
                }
            }
        }
    }

    private HasValidation field(AccountRefused refused) {
        String field = refused.field().orElseThrow();
        return field.equals(NAME) ? name : (HasValidation) fields.get(field);
    }

    /** Where it may have been scrolled out of sight. */
    private static void at(HasValidation field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        ((Focusable<?>) field).focus();
    }

    private AbstractField<?, String> shown(AccountField field, AccountSetUp account) {
        String label = words.say("field." + field.name());
        if (field.secret()) {
            return secret(field, label, account.secrets().contains(field.name()));
        }
        String value = account.settings().get(field.name());
        return field.choices().isEmpty() ? text(field, label, value) : choice(field, label, value);
    }

    private static TextField text(AccountField field, String label, String value) {
        TextField text = new TextField(label);
        text.setPlaceholder(field.example());
        text.setRequiredIndicatorVisible(field.required());
        text.setValue(value == null ? "" : value);
        return text;
    }

    /** What was chosen before shows even where it is to be had no more. */
    private static Select<String> choice(AccountField field, String label, String value) {
        Select<String> choice = new Select<>();
        choice.setLabel(label);
        choice.setItems(Stream.concat(field.choices().stream(), Stream.ofNullable(value))
                .distinct()
                .toList());
        choice.setRequiredIndicatorVisible(field.required());
        choice.setValue(value);
        return choice;
    }

    private static PasswordField secret(AccountField field, String label, boolean kept) {
        PasswordField secret = new PasswordField(label);
        secret.setRevealButtonVisible(false);
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        secret.setRequiredIndicatorVisible(field.required() && !kept);
        secret.setPlaceholder(kept ? t("accounts.secret.kept") : "");
        return secret;
    }
}
