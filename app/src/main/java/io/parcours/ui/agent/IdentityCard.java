package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import io.parcours.customer.Customer;
import io.parcours.ui.casefile.CustomerWords;
import io.parcours.ui.casefile.Dates;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Facts;
import java.time.LocalDate;
import java.time.Period;

/** Who it is and how to reach them (requirements 2.8, 2.9). */
class IdentityCard extends Card {

    IdentityCard(Customer customer) {
        super(t("customer.identity"));
        Facts facts = new Facts();
        if (customer.birthDate() != null) {
            int age = Period.between(customer.birthDate(), LocalDate.now()).getYears();
            facts.with(t("customer.age"), t("customer.age.years", age, Dates.text(customer.birthDate())));
        }
        facts.with(t("customer.contacts"), CustomerWords.contacts(customer))
                .with(t("customer.channel"), Labels.channel(customer.preferredChannel()))
                .with(t("customer.language"), t("language." + customer.language()));
        show(facts);
    }
}
