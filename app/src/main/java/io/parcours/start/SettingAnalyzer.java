package io.parcours.start;

import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * For an account, a key or a file of operations that the classes refuse which read them: what they say is a sentence for the operator.
 * Anything else may be a fault of ours and keeps its stack; what is refused while a setting is bound is told by its name.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class SettingAnalyzer extends AbstractFailureAnalyzer<IllegalArgumentException> {

    private static final List<String> READ_BY = List.of("io.parcours.account.", "io.parcours.connector.");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IllegalArgumentException wrong) {
        StackTraceElement[] from = wrong.getStackTrace();
        boolean reading = from.length > 0 && READ_BY.stream().anyMatch(from[0].getClassName()::startsWith);
        return reading && findCause(rootFailure, BindException.class) == null
                ? new FailureAnalysis(wrong.getMessage(), null, rootFailure)
                : null;
    }
}
