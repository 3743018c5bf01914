package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import io.parcours.conversation.Preferences;
import io.parcours.customer.Customer;
import io.parcours.ui.casefile.CustomerWords;
import io.parcours.ui.casefile.Dates;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Facts;
import java.time.LocalDate;
import java.time.Period;

/** Who it is, how to reach them and in which language (requirements 2.8, 2.9). */
class IdentityCard extends Card {

    /** @param mayChange whether this person notes what the customer prefers */
    IdentityCard(Customer customer, Preferences preferences, boolean mayChange) {
        super(t("customer.identity"));
        Facts facts = new Facts();
        if (customer.accountNumber() != null) {
            facts.with(t("customer.account"), customer.accountNumber());
        }
        if (customer.birthDate() != null) {
            int age = Period.between(customer.birthDate(), LocalDate.now()).getYears();
            facts.with(t("customer.age"), t("customer.age.years", age, Dates.text(customer.birthDate())));
        }
        facts.with(t("customer.contacts"), CustomerWords.contacts(customer));
        if (mayChange) {
            PreferenceFields fields = new PreferenceFields(preferences, customer.id());
            facts.with(t("customer.channel"), fields.channel(customer))
                    .with(t("customer.language"), fields.language(customer));
        } else {
            facts.with(t("customer.channel"), Labels.channel(customer.preferredChannel()))
                    .with(t("customer.language"), CustomerWords.language(customer));
        }
        show(facts);
    }
}
