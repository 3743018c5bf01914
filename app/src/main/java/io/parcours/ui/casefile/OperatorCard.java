package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.parcours.customer.Customer;
import io.parcours.customer.OwnNumber;
import io.parcours.operatordata.About;
import io.parcours.operatordata.Operation;
import io.parcours.security.ParcoursUser;
import io.parcours.tenant.Tenant;
import io.parcours.ui.component.Card;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the operator's own systems say of the customer now. The page does not wait for it; each part comes, or does not, by itself.
 * What is wanted more rarely, such as a PUK or the history, is chosen.
 */
public class OperatorCard extends Card {

    /** What is wanted with almost everybody; the rest is looked up when somebody asks for it. */
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
        List<Operation> all = number.isEmpty() ? List.of() : reader.byNumber();
        Function<Operation, OperatorPart> part =
                operation -> new OperatorPart(reader, about, operation, number.orElseThrow(), operator);
        parts = PARTS.stream()
                .flatMap(name ->
                        all.stream().filter(operation -> operation.name().equals(name)))
                .map(part)
                .toList();
        parts.forEach(body()::add);
        List<Operation> others = all.stream()
                .filter(operation -> !PARTS.contains(operation.name()))
                .toList();
        if (!others.isEmpty()) {
            body().add(more(others, part));
        }
        setVisible(!all.isEmpty());
    }

    /** Each is asked for when it is chosen. */
    private Component more(List<Operation> others, Function<Operation, OperatorPart> part) {
        Div chosen = new Div();
        Select<Operation> choice = new Select<>();
        choice.setItems(others);
        choice.setItemLabelGenerator(operation -> operation.label().in(OperatorValues.language()));
        choice.setPlaceholder(t("operator.more"));
        choice.setAriaLabel(t("operator.more"));
        choice.setWidthFull();
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                OperatorPart looked = part.apply(change.getValue());
                chosen.removeAll();
                chosen.add(looked);
                getUI().ifPresent(looked::ask);
            }
        });
        Div more = new Div(choice, chosen);
        more.addClassNames("p-operator-part", "p-stack");
        return more;
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
