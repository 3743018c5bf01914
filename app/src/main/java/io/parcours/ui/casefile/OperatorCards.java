package io.parcours.ui.casefile;

import io.parcours.customer.Customer;
import io.parcours.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Makes the card for whichever page shows a customer. */
@Component
public class OperatorCards {

    private final OperatorReader reader;
    private final Tenants tenants;

    OperatorCards(OperatorReader reader, Tenants tenants) {
        this.reader = reader;
        this.tenants = tenants;
    }

    /** @param caseNumber the case that is looked at; null for none */
    public OperatorCard of(Customer customer, String caseNumber) {
        return new OperatorCard(reader, customer, caseNumber, tenants.current());
    }
}
