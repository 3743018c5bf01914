package io.parcours.connector.operatordata;

import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.OperatorSystems;
import io.parcours.operatordata.SystemState;
import io.parcours.tenant.TenantContext;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All operators' systems; whoever asks sees those of the operator in force and no other. */
final class ConnectedSystems implements OperatorSystems, AutoCloseable {

    private final List<OperatorSystem> all;

    /** @throws IllegalArgumentException where an operator has two of one name */
    ConnectedSystems(List<OperatorSystem> all) {
        this.all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        for (OperatorSystem each : all) {
            String name = each.connection().tenant() + "/" + each.connection().name();
            if (!names.add(name)) {
                throw new IllegalArgumentException("Two of an operator's systems are called " + name);
            }
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
        List<Operation> found = operations().stream()
                .filter(each -> each.name().equals(name) || each.fullName().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new OperationRefused(found.isEmpty() ? "no-operation" : "several-operations");
        }
        return found.get(0);
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
        Operation operation = operation(name);
        return system(operation).read(operation.name(), parameters);
    }

    @Override
    public OperatorAnswer write(String name, Map<String, ?> parameters, String key) {
        Operation operation = operation(name);
        return system(operation).write(operation.name(), parameters, key);
    }

    private OperatorSystem system(Operation operation) {
        return ours().stream()
                .filter(each -> each.connection().name().equals(operation.connection()))
                .findFirst()
                .orElseThrow();
    }

    private List<OperatorSystem> ours() {
        String tenant = TenantContext.required();
        return all.stream()
                .filter(each -> each.connection().tenant().equals(tenant))
                .toList();
    }

    @Override
    public void close() {
        all.forEach(OperatorSystem::close);
    }
}
