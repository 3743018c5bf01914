package io.parcours.engine;

import java.math.BigDecimal;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** What a step sees of the journey that it runs in. */
public final class StepContext {

    private final DelegateExecution execution;

    StepContext(DelegateExecution execution) {
        this.execution = execution;
    }

    public String journey() {
        return definition().getKey();
    }

    /** The business key. */
    public String caseNumber() {
        return execution.getProcessBusinessKey();
    }

    /** The id of the element in the model. */
    public String activity() {
        return execution.getCurrentActivityId();
    }

    /**
     * The run of the step's job, for a step that sends. An activity instance's id would not do as its key, since each try makes a
     * new one.
     */
    public Attempt attempt() {
        JobEntity job = Context.getCommandContext().getCurrentJob();
        return job == null ? new Attempt(execution.getActivityInstanceId(), false) : BackgroundJobs.attempt(job);
    }

    /** @throws IllegalStateException where the model does not give this input */
    public String input(String name) {
        return optionalInput(name)
                .orElseThrow(() -> new IllegalStateException(
                        "Step %s of %s needs the input %s".formatted(activity(), journey(), name)));
    }

    public Optional<String> optionalInput(String name) {
        return Optional.ofNullable(execution.getVariableLocal(name)).map(Object::toString);
    }

    public <T> T get(Variable<T> variable) {
        return variable.decode(execution.getVariable(variable.name()));
    }

    public <T> void set(Variable<T> variable, T value) {
        change(variable.name(), variable.encode(value));
    }

    /** All variables in scope, by name, as the engine keeps them. */
    public Map<String, Object> variables() {
        return execution.getVariables();
    }

    /** Sets a scalar whose name only the model knows, such as a decision's output. */
    public void set(String name, Object scalar) {
        change(name, storable(name, scalar));
    }

    /** The engine writes a variable that is set to what it is already; nobody needs that. */
    private void change(String name, Object value) {
        if (value == null ? !holdsNull(name) : !value.equals(execution.getVariable(name))) {
            execution.setVariable(name, value);
        }
    }

    private boolean holdsNull(String name) {
        return execution.hasVariable(name) && execution.getVariable(name) == null;
    }

    private static Object storable(String name, Object value) {
        if (value instanceof BigDecimal || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Date) {
            return value;
        }
        throw new IllegalArgumentException("Variable %s is not a scalar: %s".formatted(name, value.getClass()));
    }

    private ProcessDefinition definition() {
        return ((ExecutionEntity) execution).getProcessDefinition();
    }
}
