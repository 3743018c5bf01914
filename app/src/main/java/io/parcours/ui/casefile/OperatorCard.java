package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.AttachEvent;
import io.parcours.customer.Customer;
import io.parcours.customer.OwnNumber;
import io.parcours.operatordata.About;
import io.parcours.security.ParcoursUser;
import io.parcours.tenant.Tenant;
import io.parcours.ui.component.Card;
import java.util.List;
import java.util.Optional;

/** What the operator's own systems say of the customer now. The page does not wait for it; each part comes, or does not, by itself. */
public class OperatorCard extends Card {

    private static final List<String> PARTS = List.of("balance", "offer", "lastBill", "consumption", "equipment");

    private final List<OperatorPart> parts;
    private boolean asked;

    OperatorCard(OperatorReader reader, Customer customer, String caseNumber, Tenant operator) {
        super(t("operator.card"));
        addClassName("p-operator-card");
        Optional<String> number = OwnNumber.of(customer);
        About about = new About(
                caseNumber,
                customer.id(),
                ParcoursUser.current().map(ParcoursUser::username).orElse("-"));
        parts = number.stream()
                .flatMap(msisdn -> PARTS.stream()
                        .flatMap(name -> reader.operation(name).stream())
                        .map(operation -> new OperatorPart(reader, about, operation, msisdn, operator)))
                .toList();
        parts.forEach(part -> body().add(part));
        setVisible(!parts.isEmpty());
    }

    /** Once: whoever comes back to the page finds what was there. */
    @Override
    protected void onAttach(AttachEvent attached) {
        if (!asked) {
            asked = true;
            parts.forEach(part -> part.ask(attached.getUI()));
        }
    }
}
