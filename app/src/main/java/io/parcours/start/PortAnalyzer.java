package io.parcours.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** For a port that was free when looked at, and taken when the web server came to bind it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    PortAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException failure) {
        String port = String.valueOf(failure.getPort());
        boolean management = port.equals(environment.getProperty("management.server.port"));
        String setting = management ? "MANAGEMENT_SERVER_PORT" : "SERVER_PORT";
        return new FailureAnalysis(FreePorts.taken(failure.getPort(), setting), null, rootFailure);
    }
}
