package io.parcours.scenario;

import io.parcours.operatordata.Field;
import io.parcours.operatordata.Label;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.OperatorSystems;
import io.parcours.operatordata.Parameter;
import io.parcours.operatordata.SystemState;
import io.parcours.operatordata.ValueType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An operator's billing system that answers as the test says, and remembers what it was told. */
public class ScriptedSystems implements OperatorSystems {

    private static final Label LABEL = new Label("essai", "trial");

    private final List<Told> told = new ArrayList<>();
    private Supplier<Map<String, Object>> reading = () -> {
        throw new NotAvailable("timeout", null);
    };
    private Supplier<Map<String, Object>> writing = reading;
    private boolean repeatable;

    /** @param key null for a look-up */
    public record Told(String operation, Map<String, ?> parameters, String key) {}

    /** @param answer null for nothing found */
    public void reads(Supplier<Map<String, Object>> answer) {
        reading = answer;
    }

    public void writes(boolean bearsRepetition, Supplier<Map<String, Object>> answer) {
        told.clear();
        repeatable = bearsRepetition;
        writing = answer;
    }

    public Told lastLookUp() {
        return told.stream()
                .filter(each -> each.key() == null)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public List<Told> acts() {
        return told.stream().filter(each -> each.key() != null).toList();
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                operation("balance", false, new Field("balance", ValueType.AMOUNT, LABEL)),
                operation("changeOffer", true, new Field("orderId", ValueType.ID, LABEL)));
    }

    @Override
    public Operation operation(String name) {
        return operations().stream()
                .filter(each -> each.name().equals(name) || each.fullName().equals(name))
                .findFirst()
                .orElseThrow(() -> new OperationRefused("no-operation"));
    }

    @Override
    public List<SystemState> states() {
        return List.of();
    }

    @Override
    public OperatorAnswer read(String operation, Map<String, ?> parameters) {
        told.add(new Told(operation, parameters, null));
        return answer(reading.get());
    }

    @Override
    public OperatorAnswer write(String operation, Map<String, ?> parameters, String key) {
        told.add(new Told(operation, parameters, key));
        return answer(writing.get());
    }

    private static OperatorAnswer answer(Map<String, Object> row) {
        return new OperatorAnswer(row == null ? List.of() : List.of(row), Instant.now());
    }

    private Operation operation(String name, boolean write, Field field) {
        Parameter msisdn = new Parameter("msisdn", ValueType.MSISDN, true, null, null, LABEL);
        return new Operation(
                "billing",
                name,
                write,
                repeatable,
                false,
                LABEL,
                List.of(msisdn),
                List.of(field),
                Duration.ofSeconds(3),
                Duration.ZERO);
    }
}
