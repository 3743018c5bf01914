package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import io.parcours.customer.Customer;
import io.parcours.ui.casefile.CustomerWords;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.casefile.Money;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Facts;

/** What the customer is worth to the operator and owes it (requirements 2.12, 2.24, 2.25). */
class AccountCard extends Card {

    AccountCard(Customer customer, String currency) {
        super(t("customer.account"));
        setVisible(!customer.prospect());
        show(new Facts()
                .with(t("customer.segment"), Labels.segment(customer.segment()))
                .with(t("customer.since"), CustomerWords.since(customer))
                .with(t("customer.balance"), Money.text(customer.balance(), currency))
                .with(t("customer.payer"), CustomerWords.payer(customer.payerQuality())));
    }
}
