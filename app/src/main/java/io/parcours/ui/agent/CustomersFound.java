package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import io.parcours.complaint.Complaint;
import io.parcours.complaint.Complaints;
import io.parcours.customer.CustomerSummary;
import io.parcours.customer.Customers;
import io.parcours.security.Role;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.frame.SearchSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The frame's search finds customers by name or number, and cases by number. */
@Component
class CustomersFound implements SearchSource {

    private static final Set<Role> FOR = Set.of(Role.AGENT_N1, Role.AGENT_N2, Role.BACK_OFFICE, Role.SUPERVISOR);

    private final Customers customers;
    private final Complaints complaints;

    CustomersFound(Customers customers, Complaints complaints) {
        this.customers = customers;
        this.complaints = complaints;
    }

    @Override
    public boolean offeredTo(Set<Role> roles) {
        return !Collections.disjoint(roles, FOR);
    }

    @Override
    public List<Hit> search(String words, int limit) {
        return Stream.concat(
                        complaints.find(words.toUpperCase(Locale.ROOT)).stream().map(CustomersFound::hit),
                        customers.search(words, limit).stream().map(CustomersFound::hit))
                .limit(limit)
                .toList();
    }

    private static Hit hit(Complaint complaint) {
        return new Hit(
                "ticket",
                complaint.caseNumber(),
                t("case.status." + complaint.status()),
                "case/" + complaint.caseNumber());
    }

    private static Hit hit(CustomerSummary customer) {
        String number = customer.msisdn() == null ? "" : Phone.text(customer.msisdn());
        return new Hit("user", Phone.text(customer.name()), number, "customer/" + customer.id());
    }
}
