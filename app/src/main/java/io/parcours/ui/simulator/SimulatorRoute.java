package io.parcours.ui.simulator;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the telephone its address, in the demo only: elsewhere the page does not exist. */
@Component
@Profile("demo")
class SimulatorRoute implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        if (!routes.isRouteRegistered(SimulatorView.class)) {
            routes.setAnnotatedRoute(SimulatorView.class);
        }
    }
}
