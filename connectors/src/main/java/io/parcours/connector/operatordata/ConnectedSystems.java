package io.parcours.connector.operatordata;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.OperatorSystems;
import io.parcours.operatordata.SystemState;
import io.parcours.tenant.TenantContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** All operators' systems; whoever asks sees those of the operator in force and no other. */
final class ConnectedSystems implements OperatorSystems, AutoCloseable {

    private final Map<String, OperatorSystem> all = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException where an operator has two of one name */
    ConnectedSystems(List<OperatorSystem> configured) {
        for (OperatorSystem each : configured) {
            if (all.put(key(each), each) != null) {
                throw new IllegalArgumentException("Two of an operator's systems are called " + key(each));
            }
        }
        configured.forEach(OperatorSystem::begin);
    }

    /**
     * Takes it in, in place of the operator's own of that name; calls under way there end by themselves.
     *
     * @throws WrongValue where the installation brings one of that name
     */
    synchronized void open(OperatorSystem system) {
        OperatorSystem before = all.get(key(system));
        if (before != null && before.configured()) {
            system.close();
            throw new WrongValue("Not an operator's system: ", Problem.of("account.systemConfigured"), "name");
        }
        all.put(key(system), system);
        if (before != null) {
            before.retire();
        }
        system.begin();
    }

    /** What the installation brings stays. */
    synchronized void close(String tenant, String name) {
        OperatorSystem system = all.get(tenant + "/" + name);
        if (system != null && !system.configured()) {
            all.remove(key(system));
            system.retire();
        }
    }

    @Override
    public List<Operation> operations() {
        return ours().stream()
                .flatMap(system -> system.operations().stream())
                .sorted(Comparator.comparing(Operation::fullName))
                .toList();
    }

    @Override
    public Operation operation(String name) {
        return find(name).operation();
    }

    @Override
    public List<SystemState> states() {
        return ours().stream()
                .map(OperatorSystem::state)
                .sorted(Comparator.comparing(SystemState::connection))
                .toList();
    }

    @Override
    public OperatorAnswer read(String name, Map<String, ?> parameters) {
        return asked(name, (system, operation) -> system.read(operation, parameters));
    }

    @Override
    public OperatorAnswer write(String name, Map<String, ?> parameters, String key) {
        return asked(name, (system, operation) -> system.write(operation, parameters, key));
    }

    /** Who comes just when a system is replaced is taken by the new one: the old one has done nothing. */
    private OperatorAnswer asked(String name, BiFunction<OperatorSystem, String, OperatorAnswer> call) {
        Found found = find(name);
        try {
            return call.apply(found.system(), found.operation().name());
        } catch (NotAvailable away) {
            Found now = away.reason().equals(BoundedCalls.CLOSING) ? find(name) : found;
            if (now.system() == found.system()) {
                throw away;
            }
            return call.apply(now.system(), now.operation().name());
        }
    }

    private record Found(OperatorSystem system, Operation operation) {}

    private Found find(String name) {
        List<Found> found = ours().stream()
                .flatMap(system -> system.operations().stream().map(operation -> new Found(system, operation)))
                .filter(each -> each.operation().name().equals(name)
                        || each.operation().fullName().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new OperationRefused(found.isEmpty() ? "no-operation" : "several-operations");
        }
        return found.get(0);
    }

    private List<OperatorSystem> ours() {
        String tenant = TenantContext.required();
        return all.values().stream()
                .filter(each -> each.connection().tenant().equals(tenant))
                .toList();
    }

    private static String key(OperatorSystem system) {
        return system.connection().tenant() + "/" + system.connection().name();
    }

    @Override
    public void close() {
        all.values().forEach(OperatorSystem::close);
    }
}
