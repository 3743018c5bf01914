package io.parcours.decisions;

import camundajar.impl.scala.util.Either;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * Parsed expressions by their text, failures too. All models together have some thousands; the bound is for a sequence
 * of deployments that never ends, and starting anew costs one parse an expression.
 */
final class ParsedExpressions {

    static final int LIMIT = 20_000;

    private final Map<String, Either<Failure, ParsedExpression>> parsed = new ConcurrentHashMap<>();
    private final Function<String, Either<Failure, ParsedExpression>> parser;

    ParsedExpressions(Function<String, Either<Failure, ParsedExpression>> parser) {
        this.parser = parser;
    }

    Either<Failure, ParsedExpression> get(String text) {
        Either<Failure, ParsedExpression> known = parsed.get(text);
        return known != null ? known : parse(text);
    }

    private Either<Failure, ParsedExpression> parse(String text) {
        Either<Failure, ParsedExpression> result = parser.apply(text);
        if (parsed.size() >= LIMIT) {
            parsed.clear();
        }
        parsed.put(text, result);
        return result;
    }

    int size() {
        return parsed.size();
    }
}
