package io.parcours.decisions;

import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.control.NonFatal;
import java.util.stream.Stream;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The FEEL engine with its table of built-in functions made once and its parsed expressions kept.
 *
 * <p>feel-scala 1.19.3 rebuilds that table for every unary test, which is nearly all the time it takes. It does so in a
 * private method, therefore {@link #evaluate} repeats what lies around it, messages included; a test holds both engines
 * against each other. Functions and syntax trees do not change, so that threads share them.
 */
final class ReusingFeel extends FeelEngine {

    private final FeelInterpreter interpreter;
    private final FunctionProvider functions;
    private final ParsedExpressions expressions = new ParsedExpressions(super::parseExpression);
    private final ParsedExpressions unaryTests = new ParsedExpressions(super::parseUnaryTests);

    ReusingFeel(FunctionProvider customFunctions, ValueMapper values) {
        super(customFunctions, values, defaultConfiguration(), defaultClock());
        interpreter = new FeelInterpreter(values);
        functions = new CompositeFunctionProvider(listOf(new BuiltinFunctions(clock(), values), customFunctions));
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String expression) {
        return expressions.get(expression);
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String expression) {
        return unaryTests.get(expression);
    }

    /** Expects an expression from this engine's own parse methods: those have validated it. */
    @Override
    public EvaluationResult evaluate(ParsedExpression expression, Context context) {
        try {
            // Each evaluation has a failure collector of its own, which this call makes.
            EvalContext scope = EvalContext.create(valueMapper(), functions).merge(context);
            Val value = interpreter.eval(expression.expression(), scope);
            return result(expression.text(), value, scope.failureCollector().failures());
        } catch (Throwable failure) {
            if (!NonFatal.apply(failure)) {
                throw failure;
            }
            return failed("failed to evaluate expression '" + expression.text() + "' : " + failure, listOf());
        }
    }

    private EvaluationResult result(String text, Val value, List<EvaluationFailure> failures) {
        for (EvaluationFailure failure : CollectionConverters.asJava(failures)) {
            if (failure.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$) {
                return failed(
                        "Assertion failure on evaluate the expression '" + text + "': " + failure.failureMessage(),
                        failures);
            }
        }
        if (value instanceof ValError error) {
            return failed("failed to evaluate expression '" + text + "': " + error.error(), failures);
        }
        if (value instanceof ValFatalError error) {
            return failed("failed to evaluate expression '" + text + "': " + error.error(), failures);
        }
        return new SuccessfulEvaluationResult(valueMapper().unpackVal(value), failures);
    }

    private static EvaluationResult failed(String message, List<EvaluationFailure> failures) {
        return new FailedEvaluationResult(new Failure(message), failures);
    }

    @SafeVarargs
    private static <T> List<T> listOf(T... elements) {
        return CollectionConverters.asScala(Stream.of(elements).iterator()).toList();
    }
}
