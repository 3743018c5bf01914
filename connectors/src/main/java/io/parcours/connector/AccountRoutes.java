package io.parcours.connector;

import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.springframework.stereotype.Component;

/** Routes that come and go with an account, while all others go on. */
@Component
public class AccountRoutes {

    private static final long FAREWELL_SECONDS = 12;

    private final CamelContext camel;

    AccountRoutes(CamelContext camel) {
        this.camel = camel;
    }

    public void add(RoutesBuilder routes) {
        try {
            camel.addRoutes(routes);
        } catch (Exception e) {
            throw new IllegalStateException("The account's routes do not start", e);
        }
    }

    /** What is under way on them is finished first. */
    public void remove(String... routeIds) {
        try {
            for (String id : routeIds) {
                camel.getRouteController().stopRoute(id, FAREWELL_SECONDS, TimeUnit.SECONDS);
                camel.removeRoute(id);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The account's routes do not stop", e);
        }
    }
}
