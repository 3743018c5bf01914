package io.parcours.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** For an account, a key or a file of operations that one of our own classes refuses: what it says is a sentence for the operator. */
@Order(Ordered.LOWEST_PRECEDENCE)
class SettingAnalyzer extends AbstractFailureAnalyzer<IllegalArgumentException> {

    private static final String OURS = "io.parcours.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IllegalArgumentException wrong) {
        StackTraceElement[] from = wrong.getStackTrace();
        boolean ours = from.length > 0 && from[0].getClassName().startsWith(OURS);
        return ours && wrong.getMessage() != null ? new FailureAnalysis(wrong.getMessage(), null, rootFailure) : null;
    }
}
