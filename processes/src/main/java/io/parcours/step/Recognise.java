package io.parcours.step;

import io.parcours.conversation.Cases;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.engine.Variable;
import io.parcours.merging.CustomerMerges;
import io.parcours.model.Step;
import io.parcours.model.StepInput;
import io.parcours.model.StepInput.Kind;
import io.parcours.model.StepOutput;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds out by an account number who it is that the journey speaks with. A stranger's record becomes part of the customer's, which
 * an agent can undo; whom the base knows as somebody else stays that one. In a transaction of its own: a merge waits for whatever
 * arrives for either record.
 */
@Component
class Recognise implements JourneyStep {

    private static final String INPUT = "accountNumber";
    private static final Variable<Boolean> RECOGNISED = Variable.of("recognised", Boolean.class);

    private final Customers customers;
    private final CustomerMerges merges;

    Recognise(Customers customers, CustomerMerges merges) {
        this.customers = customers;
        this.merges = merges;
    }

    @Override
    public Step description() {
        return new Step(
                "recognise",
                "Reconnaître le client par son numéro",
                List.of(StepInput.required(INPUT, "Variable du numéro de client", Kind.VARIABLE_NAME)),
                List.of(new StepOutput("recognised", "vrai si c'est un client de la base")),
                List.of(),
                "search",
                true);
    }

    @Override
    public void execute(StepContext step) {
        String given = step.get(Variable.of(step.input(INPUT), String.class));
        UUID present = step.get(Cases.CUSTOMER_ID);
        Optional<UUID> customer = Optional.ofNullable(given)
                .flatMap(customers::withAccountNumber)
                .filter(owner -> owner.equals(present) || joins(owner, present, step.caseNumber()));
        customer.ifPresent(owner -> step.set(Cases.CUSTOMER_ID, owner));
        step.set(RECOGNISED, customer.isPresent());
    }

    private boolean joins(UUID owner, UUID present, String caseNumber) {
        boolean stranger = present != null
                && customers.find(present).filter(Customer::prospect).isPresent();
        if (stranger) {
            merges.merge(owner, present, caseNumber);
        }
        return stranger;
    }
}
