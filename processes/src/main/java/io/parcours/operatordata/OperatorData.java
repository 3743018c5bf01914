package io.parcours.operatordata;

import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the operator's own systems know and do, for journeys and screens. Every call leaves a fact: which operation, what came of
 * it, how long it took; never a value.
 */
@Component
public class OperatorData {

    private final ObjectProvider<OperatorSystems> systems;
    private final OperatorActs acts;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OperatorData(
            ObjectProvider<OperatorSystems> systems,
            OperatorActs acts,
            Facts facts,
            TransactionTemplate transaction,
            Clock clock) {
        this.systems = systems;
        this.acts = acts;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of the operator in force. */
    public List<Operation> operations() {
        return systems.stream().flatMap(all -> all.operations().stream()).toList();
    }

    /** @throws OperationRefused where the operator in force has none of that name */
    public Operation operation(String name) {
        return connected().operation(name);
    }

    public List<SystemState> states() {
        return systems.stream().flatMap(all -> all.states().stream()).toList();
    }

    /**
     * Holds no connection of ours while the system is asked, unless the caller does.
     *
     * @throws NotAvailable where the system does not answer in time
     * @throws OperationRefused where it cannot be asked like this
     */
    public OperatorAnswer lookUp(About about, String operation, Map<String, ?> parameters) {
        long began = System.nanoTime();
        OperatorDataState state = OperatorDataState.NOT_AVAILABLE;
        try {
            OperatorAnswer answer = connected().read(operation, parameters);
            state = answer.rows().isEmpty() ? OperatorDataState.NOT_FOUND : OperatorDataState.AVAILABLE;
            return answer;
        } catch (OperationRefused refused) {
            state = OperatorDataState.REFUSED;
            throw refused;
        } finally {
            trace(about.actor() == null ? "operatorLookedUp" : "operatorConsulted", about, operation, state, began);
        }
    }

    /**
     * Once for a key. What may have been done is not told again, unless the operation is described as one that bears it.
     *
     * @param key the same each time one and the same act is tried
     */
    public Act act(String key, About about, String operation, Map<String, ?> parameters) {
        long began = System.nanoTime();
        Act act = once(key, about, operation, parameters);
        trace("operatorActed", about, operation, act.state(), began);
        return act;
    }

    private Act once(String key, About about, String name, Map<String, ?> parameters) {
        Operation operation;
        try {
            operation = operation(name);
        } catch (OperationRefused unknown) {
            return Act.without(OperatorDataState.REFUSED);
        }
        OperatorActs.Begun before = found(key);
        if (before == null || before.state().equals(OperatorDataState.NOT_AVAILABLE.name())) {
            acts.begin(key, operation.fullName(), about);
            return ended(key, told(operation, parameters, key));
        }
        if (!before.state().equals(OperatorActs.ACTING)) {
            return new Act(OperatorDataState.valueOf(before.state()), Scalars.kept(operation, before.values()));
        }
        // A crash came between the call and its outcome.
        return ended(
                key,
                operation.repeatable() ? told(operation, parameters, key) : Act.without(OperatorDataState.UNKNOWN));
    }

    private OperatorActs.Begun found(String key) {
        return transaction.execute(status -> acts.find(key).orElse(null));
    }

    private Act ended(String key, Act act) {
        acts.ended(key, act);
        return act;
    }

    private Act told(Operation operation, Map<String, ?> parameters, String key) {
        Supplier<OperatorAnswer> call = () -> connected().write(operation.fullName(), parameters, key);
        try {
            OperatorAnswer answer;
            try {
                answer = call.get();
            } catch (ActUnknown unknown) {
                if (!operation.repeatable()) {
                    throw unknown;
                }
                answer = call.get();
            }
            return new Act(
                    OperatorDataState.DONE, answer.first().map(Scalars::of).orElse(Map.of()));
        } catch (ActUnknown unknown) {
            return Act.without(OperatorDataState.UNKNOWN);
        } catch (NotAvailable away) {
            return Act.without(OperatorDataState.NOT_AVAILABLE);
        } catch (OperationRefused refused) {
            return Act.without(OperatorDataState.REFUSED);
        }
    }

    private OperatorSystems connected() {
        OperatorSystems connected = systems.getIfAvailable();
        if (connected == null) {
            throw new OperationRefused("no-systems");
        }
        return connected;
    }

    /** The name is the model's or the screen's, never a person's words. */
    private void trace(String kind, About about, String operation, OperatorDataState state, long began) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("operation", operation);
        detail.put("state", state.name());
        detail.put("millis", Duration.ofNanos(System.nanoTime() - began).toMillis());
        Fact fact = Fact.of(clock.instant(), kind, about.caseNumber(), about.customerId(), about.actor(), detail);
        transaction.executeWithoutResult(status -> facts.record(fact));
    }
}
