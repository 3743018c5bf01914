package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import io.parcours.conversation.Preferences;
import io.parcours.customer.Customer;
import io.parcours.language.Language;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Language and preferred channel as an agent notes them while they talk. */
final class PreferenceFields {

    private final Preferences preferences;
    private final UUID customer;

    PreferenceFields(Preferences preferences, UUID customer) {
        this.preferences = preferences;
        this.customer = customer;
    }

    Select<Language> language(Customer shown) {
        Select<Language> language = new Select<>();
        language.setItems(Language.values());
        language.setItemLabelGenerator(Labels::language);
        language.setPlaceholder(t("customer.language.unknown"));
        if (shown.language() != null) {
            language.setValue(shown.language());
        }
        language.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                preferences.speaks(customer, change.getValue(), agent());
                Notices.done(t("customer.prefers.noted"));
            }
        });
        return small(language, t("customer.language"));
    }

    Select<String> channel(Customer shown) {
        List<String> channels = new ArrayList<>(preferences.channels());
        if (!channels.contains(shown.preferredChannel())) {
            // As with who called and never wrote.
            channels.add(shown.preferredChannel());
        }
        Select<String> channel = new Select<>();
        channel.setItems(channels);
        channel.setItemLabelGenerator(Labels::channel);
        channel.setItemEnabledProvider(preferences.channels()::contains);
        channel.setValue(shown.preferredChannel());
        channel.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                preferences.prefers(customer, change.getValue(), agent());
                Notices.done(t("customer.prefers.noted"));
            }
        });
        return small(channel, t("customer.channel"));
    }

    private static <T> Select<T> small(Select<T> field, String label) {
        field.addThemeVariants(SelectVariant.LUMO_SMALL);
        field.setAriaLabel(label);
        return field;
    }

    private static String agent() {
        return ParcoursUser.current().map(ParcoursUser::username).orElseThrow();
    }
}
