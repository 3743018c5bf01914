package io.parcours.step;

import static io.parcours.model.StepInput.Kind.ARGUMENTS;
import static io.parcours.model.StepInput.Kind.OPERATION;

import io.parcours.conversation.Cases;
import io.parcours.conversation.Conversations;
import io.parcours.customer.Customers;
import io.parcours.customer.OwnNumber;
import io.parcours.engine.StepContext;
import io.parcours.engine.Variable;
import io.parcours.model.Arguments;
import io.parcours.model.StepInput;
import io.parcours.model.StepOutput;
import io.parcours.operatordata.Field;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorData;
import io.parcours.operatordata.OperatorDataState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What looking up and acting have in common: what is told, and the variables that stay behind. */
@Component
class OperatorStep {

    static final Variable<OperatorDataState> STATE = Variable.of("operatorDataState", OperatorDataState.class);
    static final List<StepInput> INPUTS = List.of(
            StepInput.required("operation", "Opération", OPERATION),
            StepInput.optional("parameters", "Paramètres", ARGUMENTS));
    private static final String MSISDN = "msisdn";

    private final OperatorData data;
    private final Customers customers;
    private final Conversations conversations;

    OperatorStep(OperatorData data, Customers customers, Conversations conversations) {
        this.data = data;
        this.customers = customers;
        this.conversations = conversations;
    }

    /** What the model names; empty where the operator has no such operation, which is then said. */
    Optional<Operation> operation(StepContext step) {
        try {
            return Optional.of(data.operation(step.input("operation")));
        } catch (OperationRefused unknown) {
            step.set(STATE, OperatorDataState.REFUSED);
            return Optional.empty();
        }
    }

    static List<StepOutput> outputs(String states) {
        return List.of(new StepOutput(STATE.name(), states));
    }

    /** A variable of the journey; else the case's number, or the telephone number that speaks in the case. */
    Map<String, Object> parameters(StepContext step, Operation operation) {
        Map<String, Object> variables = step.variables();
        Map<String, Object> parameters = new LinkedHashMap<>();
        Arguments.parse(step.optionalInput("parameters").orElse(""))
                .sources()
                .forEach((name, source) -> parameters.put(
                        name, source.literal() != null ? source.literal() : value(step, variables, source.variable())));
        if (operation.takes(MSISDN) && !parameters.containsKey(MSISDN)) {
            parameters.put(MSISDN, value(step, variables, MSISDN));
        }
        return parameters;
    }

    private Object value(StepContext step, Map<String, Object> variables, String name) {
        if (variables.get(name) != null) {
            return variables.get(name);
        }
        return switch (name) {
            case "caseNumber" -> step.caseNumber();
            case MSISDN -> number(step);
            default -> null;
        };
    }

    /**
     * The number that writes or calls: whoever speaks from an address that is none is not told what another number's owner may
     * know. The customer's own only where nobody speaks.
     */
    private String number(StepContext step) {
        Optional<String> address = conversations.address(step.caseNumber());
        return address.isEmpty()
                ? ownNumber(step.get(Cases.CUSTOMER_ID))
                : address.filter(OwnNumber::isNumber).orElse(null);
    }

    private String ownNumber(UUID customer) {
        return customers.find(customer).flatMap(OwnNumber::of).orElse(null);
    }

    /** Each field becomes a variable of its name. What is not known is emptied, so that no earlier answer is taken for it. */
    void keep(StepContext step, Operation operation, Map<String, Object> scalars) {
        for (Field field : operation.fields()) {
            step.set(field.name(), scalars.get(field.name()));
        }
    }
}
