package io.parcours.engine;

import io.parcours.model.Expressions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The second lock behind the model validator: an expression is the name of a step, or one of the validator's small grammar
 * over variables. No bean, property, list or method can be reached from it, and no variable can stand in for a step.
 */
class RestrictedExpressions extends JuelExpressionManager {

    private final Map<String, JavaDelegate> steps = new HashMap<>();
    private final Expressions allowed;

    /** @param step finds the step of an id; asked when a step runs, because steps may need the engine themselves */
    RestrictedExpressions(Collection<String> stepIds, Function<String, JourneyStep> step) {
        this.allowed = new Expressions(stepIds);
        stepIds.forEach(
                id -> steps.put("${" + id + "}", execution -> step.apply(id).execute(new StepContext(execution))));
    }

    @Override
    public Expression createExpression(String expression) {
        JavaDelegate step = steps.get(expression.strip());
        if (step != null) {
            return new Fixed(step, expression);
        }
        boolean evaluated = expression.contains("${") || expression.contains("#{");
        if (!evaluated) {
            return new Fixed(expression, expression);
        }
        if (!allowed.isAllowed(expression)) {
            throw new ProcessEngineException("This expression is not allowed in a model: " + expression);
        }
        return super.createExpression(expression);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        return resolver;
    }

    /** A step, or text that is what it says. */
    private record Fixed(Object value, String text) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            return value;
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            return value;
        }

        @Override
        public void setValue(Object newValue, VariableScope scope) {
            throw new ProcessEngineException("Not a variable: " + text);
        }

        @Override
        public void setValue(Object newValue, VariableScope scope, BaseDelegateExecution execution) {
            setValue(newValue, scope);
        }

        @Override
        public String getExpressionText() {
            return text;
        }

        @Override
        public boolean isLiteralText() {
            return value instanceof String;
        }
    }
}
