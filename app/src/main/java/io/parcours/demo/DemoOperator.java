package io.parcours.demo;

import io.parcours.connector.operatordata.OperatorConnection;
import io.parcours.connector.operatordata.OperatorConnections;
import io.parcours.connector.simulator.OperatorSimulator;
import io.parcours.database.EmbeddedServer;
import io.parcours.database.ForeignDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The demo's operators' own systems: a database each, and web services on loopback. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoOperator {

    private static final List<String> OPERATORS = List.of("demo", "littoral");
    private static final String TOKEN = DemoPeer.secret();

    @Bean(destroyMethod = "close")
    OperatorSimulator operatorSimulator(Clock clock) {
        return OperatorSimulator.start(TOKEN, clock);
    }

    /** @param environment names another database for the first operator in {@code PARCOURS_DEMO_OPERATOR_…} */
    @Bean
    OperatorConnections demoOperatorConnections(
            OperatorSimulator simulator, EmbeddedServer server, Environment environment, Clock clock) {
        List<OperatorConnection> all = new ArrayList<>();
        for (String operator : OPERATORS) {
            billing(operator, server, environment, clock).ifPresent(all::add);
            all.add(OperatorConnection.of(operator, "network", simulator.url(), null, TOKEN)
                    .describedBy("demo-network"));
        }
        return () -> all;
    }

    /** Empty where there is neither an embedded server nor the address of another. */
    private static Optional<OperatorConnection> billing(
            String operator, EmbeddedServer server, Environment environment, Clock clock) {
        String elsewhere = environment.getProperty("PARCOURS_DEMO_OPERATOR_JDBC_URL", "");
        if (operator.equals("demo") && !elsewhere.isBlank()) {
            return Optional.of(connection(
                    operator,
                    elsewhere,
                    environment.getProperty("PARCOURS_DEMO_OPERATOR_USER"),
                    environment.getProperty("PARCOURS_DEMO_OPERATOR_PASSWORD")));
        }
        return server.foreignDatabase("operator_" + operator).map(database -> filled(operator, database, clock));
    }

    private static OperatorConnection filled(String operator, ForeignDatabase database, Clock clock) {
        new OperatorBase(database, clock).fill(operator);
        return connection(
                operator,
                database.url(),
                database.owner().user(),
                database.owner().password());
    }

    private static OperatorConnection connection(String operator, String url, String user, String password) {
        return OperatorConnection.of(operator, "billing", url, user, password).describedBy("demo-billing");
    }
}
